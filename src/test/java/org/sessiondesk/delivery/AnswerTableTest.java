package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/ontime.md says of each answer and each body what becomes of it, and by which test that is shown. */
class AnswerTableTest {

    private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(\\w+)`");
    private static final List<String> ROOMS = List.of("delivery", "ontime", "intake", "ui.deliveries");

    @Test
    void each_answer_body_and_list_has_its_tests_and_they_exist() throws IOException {
        var tables = Files.readString(Path.of("docs/ontime.md")).split("shown by \\|\\n\\| --- \\| --- \\| --- \\|\\n");
        assertThat(tables).hasSize(4);
        assertShown(tables[1], 10);
        assertShown(tables[2], 10);
        assertShown(tables[3], 4);
    }

    private static void assertShown(String table, int rowsAtLeast) {
        var rows = table.lines().takeWhile(line -> line.startsWith("|")).toList();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(rowsAtLeast).allSatisfy(row -> {
            var named = TEST.matcher(row).results().toList();
            assertThat(named)
                    .isNotEmpty()
                    .allSatisfy(test -> assertThat(methods(test.group(1))).contains(test.group(2)));
        });
    }

    private static Stream<String> methods(String testClass) {
        return ROOMS.stream()
                .map(room -> "org.sessiondesk." + room + "." + testClass)
                .flatMap(AnswerTableTest::methodsOf);
    }

    private static Stream<String> methodsOf(String name) {
        try {
            return Arrays.stream(Class.forName(name, false, AnswerTableTest.class.getClassLoader())
                            .getDeclaredMethods())
                    .map(java.lang.reflect.Method::getName);
        } catch (ClassNotFoundException e) {
            return Stream.empty();
        }
    }
}
