package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.sessiondesk.session.DriverSession;

/** How fast a queue empties into the sandbox over HTTP; prints what it measured. */
class DeliveryRateDatabaseTest extends DeliveryDesk {

    private static final int DELIVERIES = 60;

    @Test
    void a_mornings_corrections_leave_within_a_minute() {
        queue.pause();
        var sessions = new ArrayList<DriverSession>();
        for (int i = 0; i < DELIVERIES; i++) {
            sessions.add(aSession());
        }
        long saving = System.nanoTime();
        sessions.forEach(session -> correct(session, 52_401));
        long began = System.nanoTime();
        queue.resume();
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(
                        () -> assertThat(jdbc.sql("select count(*) from delivery where state in ('WAITING', 'SENDING')")
                                        .query(Long.class)
                                        .single())
                                .isZero());
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "%d corrections saved in %.1f s (%.0f a second), delivered in %.1f s (%.0f a second)%n",
                DELIVERIES, (began - saving) / 1e9, DELIVERIES * 1e9 / (began - saving), seconds, DELIVERIES / seconds);
    }
}
