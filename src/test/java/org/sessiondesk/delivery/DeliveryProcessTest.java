package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.PortalProcess;

/** A portal stands still in the middle of its work, and another takes over. */
class DeliveryProcessTest extends DeliveryProcesses {

    @Test
    void a_frozen_portal_that_was_taken_over_changes_nothing_when_it_thaws_though_clocks_are_an_hour_off() {
        var overwritten = aSession();
        var overtaken = aSession();
        var notYet = aSession();
        try (var frozen = portal().with("SESSIONDESK_ONTIME_EXCHANGE_TIMEOUT", "5m")
                .clockOffBy(Duration.ofHours(-1))
                .start()) {
            frozen.awaitReady();
            // One is on the wire and not taken yet, the other is taken and not answered yet.
            ontime.fault("{\"kind\":\"SLOW\",\"times\":1,\"seconds\":300,\"calls\":[\"POST_SESSION\"]}");
            correct(overwritten, 52_401);
            await().atMost(PATIENCE).until(() -> ontime.faults().isEmpty());
            ontime.fault("{\"kind\":\"SLOW_ANSWER\",\"times\":1,\"seconds\":300,\"calls\":[\"POST_SESSION\"]}");
            correct(overtaken, 52_401);
            await().atMost(PATIENCE).until(() -> ontime.faults().isEmpty());
            assertThat(underWay(frozen)).isEqualTo(2);
            frozen.freeze();
            correct(overwritten, 52_402);
            correct(overtaken, 52_402);
            correct(notYet, 52_402);
            leavesInHalfAnHour(notYet);

            try (var other = portal().clockOffBy(Duration.ofHours(1)).start()) {
                other.awaitReady();
                assertThat(Duration.between(started(frozen), started(other))).isGreaterThan(Duration.ofHours(2));
                long ready = System.nanoTime();
                await().atMost(PATIENCE).until(() -> openOf(overwritten) + openOf(overtaken) == 0);
                assertThat(Duration.ofNanos(System.nanoTime() - ready))
                        .as("4 heartbeats of a second, looked for every 2 s")
                        .isLessThan(Duration.ofSeconds(60));
                ontime.clearFaults();
                await().atMost(PATIENCE).until(() -> inOnTime(overwritten) == 52_401);
                var before = List.of(values(overwritten), values(overtaken));

                frozen.thaw();
                await().atMost(PATIENCE)
                        .until(() -> late(overwritten) + late(overtaken) == 2
                                && openOf(overwritten) + openOf(overtaken) == 0);
                assertThat(List.of(values(overwritten), values(overtaken))).isEqualTo(before);
                assertThat(inOnTime(overwritten)).isEqualTo(52_402);
                assertThat(inOnTime(overtaken)).isEqualTo(52_402);
                assertThat(stored(overtaken)).containsExactly(52_401, 52_402);
                assertThat(ontime.posts(ontimeId(notYet)))
                        .as("neither the fast clock nor the slow one sends it")
                        .isEmpty();
            }
            correct(overtaken, 52_403);
            await().atMost(PATIENCE).until(() -> inOnTime(overtaken) == 52_403);
        }
        assertTrailHolds();
        decide(notYet);
    }

    /** By the portal's own clock, as its log tells it. */
    private static Instant started(PortalProcess portal) {
        return Instant.parse(portal.output().substring(0, portal.output().indexOf(' ')));
    }

    private void leavesInHalfAnHour(UUID session) {
        database.sql()
                .sql("update delivery set next_attempt_at = now() + interval '30 minutes' where session_id = ?")
                .param(session)
                .update();
        database.sql().sql("""
                        update scheduled_tasks set execution_time = now() + interval '30 minutes' where task_instance = ?
                        """).param(session.toString()).update();
    }

    /** What is left open would be another test's. */
    private void decide(UUID session) {
        database.sql()
                .sql("update delivery set state = 'WITHDRAWN', next_attempt_at = null where session_id = ?")
                .param(session)
                .update();
    }

    private long openOf(UUID session) {
        return jdbc.sql("""
                        select count(*) from delivery
                        where session_id = ? and state not in ('ACCEPTED', 'WITHDRAWN')
                        """).param(session).query(Long.class).single();
    }

    private long late(UUID session) {
        return jdbc.sql("""
                        select count(*) from delivery_attempt a join delivery d on d.id = a.delivery_id
                        where d.session_id = ? and late_at is not null
                        """).param(session).query(Long.class).single();
    }

    private List<Object> values(UUID session) {
        var now = sessions.find(session).orElseThrow();
        return List.of(now.values(), now.version());
    }

    private int inOnTime(UUID session) {
        return ontime.session(ontimeId(session)).path("EndMileage").asInt();
    }

    private List<Integer> stored(UUID session) {
        return ontime.posts(ontimeId(session)).stream()
                .filter(post -> post.path("stored").asBoolean())
                .map(post -> JSON.readTree(post.path("body").asString())
                        .path("EndMileage")
                        .asInt())
                .toList();
    }
}
