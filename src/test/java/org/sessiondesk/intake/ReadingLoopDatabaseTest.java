package org.sessiondesk.intake;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReadingLoopDatabaseTest extends ReadingBench {

    @Autowired
    private ReadingLease lease;

    @Test
    void a_reader_that_met_an_Error_goes_on_reading() throws InterruptedException {
        var session = session(Duration.ofHours(2));
        var loop = new ReadingLoop(readingOn(), lease, round);
        clock.breakFor("reading");

        loop.start();
        try {
            await().until(() -> clock.broke());
            await().until(() -> {
                // It rests after a failure, unless something is due.
                loop.wake();
                return sessions.findByOntimeId(session).isPresent();
            });
        } finally {
            loop.destroy();
        }
    }
}
