package org.sessiondesk.finding.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** When and by whom sessions are judged anew. */
@DatabaseTest
@Import(FindingDesk.class)
class RecheckDatabaseTest {

    private static final Duration A_SECOND_AND_A_BUSY_MACHINE = Duration.ofSeconds(30);

    private final UUID van = UUID.randomUUID();
    private final UUID driver = UUID.randomUUID();

    @Autowired
    private FindingDesk desk;

    @Autowired
    private Recheck recheck;

    @Autowired
    private DueSessions due;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void supervisor() {
        FindingDesk.signIn(Role.SUPERVISOR);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_correction_is_judged_soon_after_by_itself() {
        var sessions = desk.readAll(days(10));
        desk.settle();

        desk.correct(sessions.get(5), reading(999_999), SessionField.END_MILEAGE);
        await().atMost(A_SECOND_AND_A_BUSY_MACHINE)
                .untilAsserted(() -> assertThat(desk.hasError(sessions.get(5))).isTrue());

        desk.correct(sessions.get(5), reading(40_000 + 5 * 100 + 97), SessionField.END_MILEAGE);
        await().atMost(A_SECOND_AND_A_BUSY_MACHINE)
                .untilAsserted(() -> assertThat(desk.hasError(sessions.get(5))).isFalse());
    }

    @Test
    void what_is_due_is_put_in_the_transaction_that_makes_it_so() {
        var sessions = desk.readAll(days(3));
        desk.settle();

        transaction.executeWithoutResult(status -> {
            desk.correct(sessions.get(1), reading(7), SessionField.END_MILEAGE);
            assertThat(isDue(sessions.get(1))).isTrue();
            status.setRollbackOnly();
        });

        assertThat(isDue(sessions.get(1))).isFalse();
    }

    @Test
    void what_a_killed_worker_had_in_hand_is_due_as_before() {
        var sessions = desk.readAll(days(10));
        desk.settle();
        transaction.executeWithoutResult(status -> {
            // Nobody else takes it first.
            recheck.standStill();
            jdbc.sql("""
                            insert into finding_due (session_id, beside, alone) values (?, false, false)
                            """).param(sessions.get(5)).update();
            assertThat(recheck.batchInTurn()).isPositive();
            status.setRollbackOnly();
        });

        desk.correct(sessions.get(5), reading(4), SessionField.END_MILEAGE);
        transaction.executeWithoutResult(status -> {
            recheck.batchInTurn();
            status.setRollbackOnly();
        });
        desk.settle();

        assertThat(desk.hasError(sessions.get(5))).isTrue();
    }

    @Test
    void several_workers_and_several_people_at_once_end_in_what_the_judge_says() throws Exception {
        var sessions = desk.readAll(days(40));
        var done = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var workers = new ArrayList<Callable<Void>>();
            for (int i = 0; i < 3; i++) {
                workers.add(() -> {
                    while (!done.get()) {
                        recheck.batch();
                    }
                    return null;
                });
            }
            var running = workers.stream().map(threads::submit).toList();
            var people = new ArrayList<Callable<Void>>();
            for (int person = 0; person < 3; person++) {
                int own = person;
                people.add(() -> {
                    FindingDesk.signIn(Role.SUPERVISOR);
                    for (int i = own; i < sessions.size(); i += 3) {
                        desk.correct(
                                sessions.get(i), reading(40_000 + i * 100 + i % 5 * 300), SessionField.END_MILEAGE);
                    }
                    return null;
                });
            }
            for (var each : threads.invokeAll(people)) {
                each.get();
            }
            done.set(true);
            for (var each : running) {
                each.get();
            }
        }
        desk.settle();

        assertThat(desk.found(List.of(driver))).isEqualTo(desk.expected(List.of(driver)));
        assertThat(desk.found()).containsKey(sessions.get(4));
    }

    @Test
    void whoever_is_logged_in_forgot_nothing_until_ontime_says_nothing_more_of_it() {
        var logIn = desk.now().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
        var id = desk.readAll(List.of(new SessionValues(driver, van, LogInType.DRIVER, logIn, null, 40_000, null)))
                .getFirst();
        readingEnded(Duration.ZERO);
        due.sweep();
        desk.settle();
        assertThat(rules(id)).doesNotContain(Rule.LOG_OUT_MISSING);

        jdbc.sql("update driver_session set ontime_read_at = now() - interval '31 minutes' where id = ?")
                .param(id)
                .update();
        readingEnded(Duration.ofHours(2));
        due.sweep();
        desk.settle();
        assertThat(rules(id)).as("nothing was read since").doesNotContain(Rule.LOG_OUT_MISSING);

        readingEnded(Duration.ZERO);
        due.sweep();
        desk.settle();
        assertThat(rules(id)).contains(Rule.LOG_OUT_MISSING);
    }

    @Test
    void a_check_of_all_makes_due_what_is_not_as_it_should_be() throws Exception {
        var sessions = desk.readAll(days(12));
        desk.correct(sessions.get(5), reading(4), SessionField.END_MILEAGE);
        desk.settle();
        var right = desk.found();
        assertThat(desk.checkAll()).isZero();

        jdbc.sql("delete from line_verdict").update();
        jdbc.sql("delete from finding").update();
        assertThat(desk.checkAll()).isPositive();
        desk.settle();

        assertThat(desk.found()).isEqualTo(right);
        assertThat(desk.checkAll()).isZero();
    }

    private boolean isDue(UUID session) {
        return jdbc.sql("select exists (select from finding_due where session_id = ?)")
                .param(session)
                .query(Boolean.class)
                .single();
    }

    private void readingEnded(Duration ago) {
        jdbc.sql("update reading_state set completed_at = now() - make_interval(secs => :seconds)")
                .param("seconds", ago.toSeconds())
                .update();
    }

    private List<Rule> rules(UUID session) {
        return desk.found().getOrDefault(session, List.of()).stream()
                .map(finding -> finding.rule())
                .toList();
    }

    private List<SessionValues> days(int many) {
        Instant first = desk.now().minus(Duration.ofDays(many + 1L)).truncatedTo(ChronoUnit.DAYS);
        var values = new ArrayList<SessionValues>();
        for (int day = 0; day < many; day++) {
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
        return values;
    }

    private static SessionValues reading(@Nullable Integer end) {
        return new SessionValues(null, null, LogInType.UNDEFINED, null, null, null, end);
    }
}
