package org.sessiondesk.testing;

import java.io.File;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What this test run was given, for processes that it starts. */
final class ClassPath {

    private ClassPath() {}

    /** Everything, the tests' own classes too. */
    static String ofTheTests() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** Without the tests' own classes. */
    static String ofThePortal() {
        return Arrays.stream(ofTheTests().split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
