package org.sessiondesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenWrapperProcessTest {

    @TempDir
    Path folder;

    @Test
    void an_older_jdk_that_the_machine_offers_first_is_passed_by() throws Exception {
        Said said = run(olderJdk(), "./mvnw", "-v");

        assertThat(said.text()).containsPattern("Java version: (2[5-9]|[3-9]\\d)");
        assertThat(said.exitCode()).isZero();
    }

    @Test
    void without_a_fitting_jdk_one_line_says_what_to_install() throws Exception {
        Said said = run(olderJdk(), "sh", "-c", "JDK_MIN=999; . ./.mvn/jdk.sh");

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.text().strip())
                .startsWith("mvnw: no JDK 999 or newer found; install one")
                .hasLineCount(1);
    }

    private Path olderJdk() throws IOException {
        Path jdk = folder.resolve("jdk-17");
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
        for (String program : List.of("java", "javac")) {
            Path file = jdk.resolve("bin").resolve(program);
            Files.writeString(file, "#!/bin/sh\necho 'an old one was called'; exit 9\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        return jdk;
    }

    private static Said run(Path javaHome, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Arrays.asList(command)).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("PATH", javaHome.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().remove("MAVEN_OPTS");
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    private record Said(int exitCode, String text) {}
}
