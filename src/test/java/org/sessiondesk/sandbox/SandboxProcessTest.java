package org.sessiondesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxProcessTest {

    @TempDir
    private Path folder;

    @Test
    void what_was_answered_outlives_a_kill_and_a_torn_line_is_cut_off() throws Exception {
        try (var first = OnTimeSandbox.startProcess(folder)) {
            var driver = first.addDriver("Grace", "Kim");
            var session = first.addSession("{\"UserID\":\"%s\"}".formatted(driver));
            var answer = first.call(
                    "POST",
                    "userSession/post",
                    "{\"ID\":\"%s\",\"UserID\":\"%s\",\"EndMileage\":12}".formatted(session, driver));
            assertThat(answer.statusCode()).isEqualTo(201);
            var before = first.session(session);
            var requests = first.requests();
            first.process().destroyForcibly().waitFor();

            Files.writeString(folder.resolve("records.jsonl"), "{\"kind\":\"sess", StandardOpenOption.APPEND);
            try (var second = OnTimeSandbox.startProcess(folder)) {
                assertThat(second.session(session)).isEqualTo(before);
                assertThat(second.requests()).isEqualTo(requests);
                second.change(session, "{\"EndMileage\":13}");
                second.process().destroyForcibly().waitFor();
            }
            try (var third = OnTimeSandbox.start(folder)) {
                assertThat(third.session(session).path("EndMileage").asInt()).isEqualTo(13);
            }
        }
    }
}
