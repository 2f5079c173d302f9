package org.sessiondesk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sessiondesk.sandbox.OnTimeSandbox;
import org.sessiondesk.testing.PortalProcess;
import org.sessiondesk.testing.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** With {@code -Dsessiondesk.scale=100000} as many sessions, and figures on the console. */
class KilledReadingProcessTest {

    private static final int SESSIONS = Integer.getInteger("sessiondesk.scale", 3_000);
    private static final boolean LARGE = SESSIONS > 3_000;

    private static final Duration DAY_FAST = Duration.ofHours(25);
    private static final Duration DAY_SLOW = DAY_FAST.negated();

    /** So many requests may be in flight when it is killed. */
    private static final int IN_FLIGHT = 25;

    private final TestDatabase database = TestDatabase.fresh();
    private final Path folder =
            Path.of("target", "test-ontime", UUID.randomUUID().toString());

    @Test
    void after_a_kill_nothing_stored_is_fetched_again_neither_in_a_fill_nor_in_a_comparison_whatever_clocks_say()
            throws IOException {
        ManySessions.in(folder, SESSIONS);
        try (var onTime = OnTimeSandbox.startProcess(folder)) {
            onTime.limits(10_000_000, 10_000_000, 0, 0);
            Set<UUID> stored;
            int killedAt;
            try (var killed = portal(onTime, DAY_SLOW).awaitReady()) {
                until(() -> count("driver_session") > SESSIONS * 2 / 5);
                killed.kill();
                stored = ids("select ontime_id from driver_session");
                killedAt = fetchedUntilKilled();
            }
            assertThat(stored.size()).isLessThan(SESSIONS);

            Set<UUID> compared;
            int comparisonFrom;
            int killedAgainAt;
            long began = System.nanoTime();
            try (var killed = portal(onTime, DAY_FAST).awaitReady()) {
                until(() -> count("reading_state where completed_at is not null") > 0);
                tell("filled", began, killed);
                comparisonFrom = fetched().size();
                var refilled = fetched().subList(killedAt, comparisonFrom);
                assertThat(refilled).isNotEmpty();
                assertThat(again(refilled, stored)).isEmpty();
                assertThat(ids("select ontime_id from driver_session")).hasSize(SESSIONS);
                assertThat(count("reading_comparison")).isZero();
                database.sql()
                        .sql("update reading_state set window_read_at = now() - interval '25 hours'")
                        .update();
                until(() -> count("reading_comparison where same > " + SESSIONS * 2 / 5) > 0);
                killed.kill();
                compared = ids("select ontime_id from reading_record where kind = 'SESSIONS' and due_at is null");
                killedAgainAt = fetchedUntilKilled();
            }
            assertThat(compared.size()).isLessThan(SESSIONS);

            began = System.nanoTime();
            try (var last = portal(onTime, DAY_SLOW).awaitReady()) {
                until(() -> count("reading_comparison where ended_at is not null") > 0);
                tell("compared", began, last);
            }
            var afterTheKill = fetched().subList(killedAgainAt, fetched().size());
            assertThat(afterTheKill).isNotEmpty();
            assertThat(again(afterTheKill, compared)).isEmpty();
            assertThat(count("reading_comparison where same = " + SESSIONS + " and left_over = 0"))
                    .isEqualTo(1);
            int twice = fetched().size() - 2 * SESSIONS;
            System.out.printf(
                    "%d sessions, read and compared: %d GETs of sessions, %d of them twice for two kills%n",
                    SESSIONS, fetched().size(), twice);
            assertThat(twice).isBetween(0, 2 * IN_FLIGHT);
        }
    }

    /** What was on its way when it was killed comes to the sandbox and its log all the same. */
    private int fetchedUntilKilled() {
        var last = new AtomicInteger();
        await().during(Duration.ofSeconds(1)).until(() -> {
            int now = fetched().size();
            return last.getAndSet(now) == now;
        });
        return last.get();
    }

    private PortalProcess.Setup setup(OnTimeSandbox onTime) {
        return PortalProcess.on(PortalProcess.newDataFolder())
                .with("SESSIONDESK_ONTIME_BASE_URL", onTime.baseUrl())
                .with("SESSIONDESK_ONTIME_COMPANY_ID", OnTimeSandbox.COMPANY)
                .with("SESSIONDESK_ONTIME_API_KEY", OnTimeSandbox.KEY)
                .with("SESSIONDESK_ONTIME_READ", "true")
                .with("SESSIONDESK_ONTIME_READ_DAYS", "31")
                .with("SESSIONDESK_ONTIME_REQUESTS_PER_SECOND", LARGE ? "1000" : "400");
    }

    /** On a machine whose clock is wrong: the lease, what is due and the day of a comparison go by the database's. */
    private PortalProcess portal(OnTimeSandbox onTime, Duration clockOff) {
        return setup(onTime)
                .withDatabase(database)
                .clockOffBy(clockOff)
                .javaOption("-Xmx256m")
                .start();
    }

    private static void until(java.util.concurrent.Callable<Boolean> condition) {
        await().pollInterval(Duration.ofMillis(LARGE ? 500 : 50))
                .atMost(Duration.ofMinutes(LARGE ? 15 : 2))
                .until(condition);
    }

    private long count(String from) {
        return database.sql()
                .sql("select count(*) from " + from)
                .query(Long.class)
                .single();
    }

    private Set<UUID> ids(String sql) {
        return new HashSet<>(database.sql().sql(sql).query(UUID.class).list());
    }

    /** Of these the ones that were done before, or come twice. */
    private static List<UUID> again(List<UUID> fetched, Set<UUID> done) {
        var seen = new HashSet<>(done);
        return fetched.stream().filter(id -> !seen.add(id)).toList();
    }

    /** The sessions asked for one by one, by the sandbox's own log. */
    private List<UUID> fetched() throws IOException {
        try (var lines = Files.lines(folder.resolve("requests.jsonl"))) {
            return lines.map(JsonMapper.shared()::readTree)
                    .filter(call -> call.path("call").asString().equals("GET_SESSION"))
                    .map(call -> UUID.fromString(call.path("session").asString()))
                    .collect(Collectors.toList());
        }
    }

    private void tell(String what, long began, PortalProcess portal) throws IOException {
        var memory = Files.readAllLines(Path.of("/proc", Long.toString(portal.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .orElse("");
        System.out.printf(
                "%s after %.1f s, start included; the process at most %s; %s transactions in all%n",
                what,
                (System.nanoTime() - began) / 1e9,
                memory,
                database.sql()
                        .sql("select xact_commit from pg_stat_database where datname = current_database()")
                        .query(Long.class)
                        .single());
    }
}
