package org.sessiondesk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sessiondesk.sandbox.OnTimeSandbox;
import org.sessiondesk.testing.PortalProcess;
import org.sessiondesk.testing.TestDatabase;

class KilledReadingProcessTest {

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void after_a_kill_while_reading_nothing_stored_is_fetched_again_and_nothing_is_missing() {
        var folder = Path.of("target", "test-ontime", UUID.randomUUID().toString());
        try (var onTime =
                OnTimeSandbox.startProcess(folder, "sessiondesk.sandbox.drivers=12", "sessiondesk.sandbox.days=31")) {
            Set<UUID> stored;
            int callsBefore;
            try (var killed = portal(onTime).awaitReady()) {
                await().atMost(Duration.ofMinutes(2))
                        .until(() -> storedSessions().size() > 60);
                killed.kill();
                stored = storedSessions();
                callsBefore = onTime.requests().size();
            }
            assertThat(stored.size()).isLessThan(onTime.sessions().size());

            try (var next = portal(onTime).awaitReady()) {
                await().atMost(Duration.ofMinutes(3)).until(this::completed);
            }

            var fetched = onTime.requests().stream()
                    .skip(callsBefore)
                    .filter(call -> call.get("call").asString().equals("GET_SESSION"))
                    .map(call -> UUID.fromString(call.get("session").asString()))
                    .toList();
            // What is still open may be read again by its own clock, half an hour later; not within this test.
            assertThat(fetched).isNotEmpty().doesNotHaveDuplicates().doesNotContainAnyElementsOf(stored);
            assertThat(storedSessions()).isEqualTo(ofOnTime(onTime));
        }
    }

    private PortalProcess portal(OnTimeSandbox onTime) {
        return PortalProcess.on(PortalProcess.newDataFolder())
                .with("SESSIONDESK_ONTIME_BASE_URL", onTime.baseUrl())
                .with("SESSIONDESK_ONTIME_COMPANY_ID", OnTimeSandbox.COMPANY)
                .with("SESSIONDESK_ONTIME_API_KEY", OnTimeSandbox.KEY)
                .with("SESSIONDESK_ONTIME_READ", "true")
                .with("SESSIONDESK_ONTIME_READ_DAYS", "60")
                .with("SESSIONDESK_ONTIME_REQUESTS_PER_SECOND", "30")
                .withDatabase(database)
                .start();
    }

    private Set<UUID> storedSessions() {
        return new HashSet<>(database.sql()
                .sql("select ontime_id from driver_session where ontime_id is not null")
                .query(UUID.class)
                .list());
    }

    private boolean completed() {
        List<Boolean> ended = database.sql()
                .sql("select completed_at is not null from reading_state")
                .query(Boolean.class)
                .list();
        return ended.contains(true);
    }

    private static Set<UUID> ofOnTime(OnTimeSandbox onTime) {
        return onTime.sessions().stream()
                .map(session -> UUID.fromString(session.get("ID").asString()))
                .collect(Collectors.toSet());
    }
}
