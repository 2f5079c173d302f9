package org.sessiondesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.PortalProcess;

class KilledPortalProcessTest {

    private final Path data = PortalProcess.newDataFolder();

    @Test
    void a_second_portal_on_the_same_folder_is_refused_in_one_line_that_names_the_first() {
        try (PortalProcess first =
                PortalProcess.on(data).withWhatProductionNeeds().start().awaitReady()) {

            PortalProcess second =
                    PortalProcess.on(data).withWhatProductionNeeds().start();

            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.output().strip())
                    .startsWith("Session Desk is already running on " + data + " (process " + first.pid() + ")")
                    .hasLineCount(1);
        }
    }

    @Test
    void a_killed_portal_starts_again_by_itself() {
        PortalProcess killed =
                PortalProcess.on(data).withWhatProductionNeeds().start().awaitReady();
        killed.kill();

        try (PortalProcess next =
                PortalProcess.on(data).withWhatProductionNeeds().start().awaitReady()) {
            assertThat(next.stop()).isEqualTo(143);
        }
    }
}
