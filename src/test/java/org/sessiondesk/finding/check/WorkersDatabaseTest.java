package org.sessiondesk.finding.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.finding.Limit;
import org.sessiondesk.finding.LimitsCheck;
import org.sessiondesk.finding.RuleLimits;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** Several instances at once, and one that is killed: nothing is lost and nothing is told twice. */
@DatabaseTest
@Import(FindingDesk.class)
class WorkersDatabaseTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(40);

    private final UUID van = UUID.randomUUID();
    private final UUID driver = UUID.randomUUID();

    @Autowired
    private FindingDesk desk;

    @Autowired
    private Recheck recheck;

    @Autowired
    private DueSessions due;

    @Autowired
    private AllSessions all;

    @Autowired
    private SessionsBeyond beyond;

    @Autowired
    private RuleLimits limits;

    @Autowired
    private LimitsCheck limitsCheck;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestDatabase database;

    @BeforeEach
    void administrator() {
        FindingDesk.signIn(Role.ADMINISTRATOR);
    }

    @AfterEach
    void usual() {
        FindingDesk.signIn(Role.ADMINISTRATOR);
        limits.apply(limits.now(), limits.usual());
        desk.settleChecks();
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_workers_of_three_instances_lose_and_double_nothing() throws Exception {
        var sessions = month();
        var others = List.of(new RecheckLoop(due, recheck, all, beyond), new RecheckLoop(due, recheck, all, beyond));
        others.forEach(RecheckLoop::start);
        try (var threads = Executors.newFixedThreadPool(3)) {
            var people = new ArrayList<Callable<Void>>();
            for (int person = 0; person < 3; person++) {
                int own = person;
                people.add(() -> {
                    FindingDesk.signIn(Role.SUPERVISOR);
                    for (int i = own; i < sessions.size(); i += 3) {
                        desk.correct(sessions.get(i), end(40_000 + i * 100 + i % 4 * 170), SessionField.END_MILEAGE);
                    }
                    return null;
                });
            }
            for (var each : threads.invokeAll(people)) {
                each.get();
            }
            limits.apply(limits.now(), Limit.WARN_DISTANCE.in(limits.now(), 200));
            await().pollInSameThread()
                    .atMost(LONG_ENOUGH)
                    .until(() -> !due.any() && !limitsCheck.progress().underWay());
        } finally {
            others.forEach(RecheckLoop::stop);
            // They stop what all loops here share.
            all.start();
        }
        desk.settle();

        assertThat(desk.found(List.of(driver))).isNotEmpty().isEqualTo(desk.expected(List.of(driver)));
        assertThat(desk.checkAll()).isZero();
    }

    @Test
    void a_worker_whose_connection_is_cut_in_the_middle_loses_and_doubles_nothing() throws Exception {
        var sessions = month();
        desk.settle();
        var judged = new AtomicInteger();
        try (Connection first = database.app().getConnection();
                var killed = Executors.newSingleThreadExecutor()) {
            // Nobody judges before the one that is to be killed.
            lock(first, "pg_advisory_lock");
            for (int i = 0; i < sessions.size(); i += 2) {
                desk.correct(sessions.get(i), end(40_000 + i * 100 + 997), SessionField.END_MILEAGE);
            }
            var worker = killed.submit(() -> transaction.executeWithoutResult(_ -> {
                judged.set(recheck.batchInTurn());
                cut(jdbc.sql("select pg_backend_pid()").query(Integer.class).single());
                jdbc.sql("select 1").query(Integer.class).single();
            }));
            await().atMost(LONG_ENOUGH).until(this::somebodyWaits);
            lock(first, "pg_advisory_unlock");

            assertThatThrownBy(worker::get).cause().isNotInstanceOf(AssertionError.class);
        }
        assertThat(judged).hasPositiveValue();
        desk.settle();

        assertThat(desk.found(List.of(driver))).isNotEmpty().isEqualTo(desk.expected(List.of(driver)));
        assertThat(desk.checkAll()).isZero();
    }

    private void cut(int backend) {
        JdbcClient.create(database.app())
                .sql("select pg_terminate_backend(?, 10000)")
                .param(backend)
                .query(Boolean.class)
                .single();
    }

    private boolean somebodyWaits() {
        return JdbcClient.create(database.app())
                .sql("""
                        select exists (select from pg_locks where locktype = 'advisory' and objid = :lock and not granted)
                        """)
                .param("lock", Recheck.LOCK)
                .query(Boolean.class)
                .single();
    }

    private static void lock(Connection connection, String how) throws Exception {
        try (var statement = connection.prepareStatement("select " + how + "(?)")) {
            statement.setLong(1, Recheck.LOCK);
            statement.execute();
        }
    }

    private List<UUID> month() {
        var first = desk.now().minus(Duration.ofDays(41)).truncatedTo(ChronoUnit.DAYS);
        var values = new ArrayList<SessionValues>();
        for (int day = 0; day < 40; day++) {
            var logIn = first.plus(Duration.ofDays(day)).plus(Duration.ofHours(14));
            values.add(new SessionValues(
                    driver,
                    van,
                    LogInType.DRIVER,
                    logIn,
                    logIn.plus(Duration.ofMinutes(411)),
                    40_000 + day * 100,
                    40_000 + day * 100 + 97));
        }
        return desk.readAll(values);
    }

    private static SessionValues end(int end) {
        return new SessionValues(null, null, LogInType.UNDEFINED, null, null, null, end);
    }
}
