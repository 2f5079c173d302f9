package org.sessiondesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ClassPathTest {

    /** Vaadin's parts that need a paid licence, and its development tools. */
    private static final Pattern COMMERCIAL =
            Pattern.compile("(collaboration-engine|vaadin-(charts|board|crud|cookie-consent"
                    + "|confirm-dialog-pro|grid-pro|map|rich-text-editor|spreadsheet|dashboard|ai|copilot|dev)(-flow)?|copilot"
                    + "|license-checker-pro|observability-kit|azure-kit|sso-kit|kubernetes-kit|vaadin)-\\d.*\\.jar");

    @Test
    void it_holds_nothing_commercial() {
        assertThat(commercial(jars())).isEmpty();
    }

    @Test
    void the_pattern_knows_what_is_commercial() {
        assertThat(commercial(
                        List.of("vaadin-charts-flow-25.2.5.jar", "collaboration-engine-7.0.jar", "vaadin-25.2.5.jar")))
                .hasSize(3);
        assertThat(commercial(List.of("vaadin-grid-flow-25.2.5.jar", "vaadin-core-25.2.5.jar")))
                .isEmpty();
    }

    private static List<String> commercial(List<String> jars) {
        return jars.stream().filter(COMMERCIAL.asMatchPredicate()).toList();
    }

    private static List<String> jars() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(classPath.split(File.pathSeparator))
                .map(entry -> new File(entry).getName())
                .toList();
    }
}
