package org.sessiondesk.daycheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.CorrectionOutcome;
import org.sessiondesk.session.CorrectionOutcome.Invalid;
import org.sessiondesk.session.CorrectionOutcome.NotReached;
import org.sessiondesk.session.CorrectionOutcome.Saved;
import org.sessiondesk.session.CorrectionOutcome.TooLate;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.worklist.Split;
import org.sessiondesk.worklist.Worklist;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** A session in two: one correction and one new session, both or none, each told of the other. */
@DatabaseTest
@Import(FindingDesk.class)
class SplitDatabaseTest {

    /** Each test has months of its own. */
    private static final AtomicInteger TESTS = new AtomicInteger();

    private final LocalDate day = LocalDate.of(2013, 1, 8).plusWeeks(20L * TESTS.incrementAndGet());

    @Autowired
    private FindingDesk desk;

    @Autowired
    private DayCheck dayCheck;

    @Autowired
    private Worklist worklist;

    @Autowired
    private SessionCorrections corrections;

    @Autowired
    private JdbcClient jdbc;

    private UUID van;
    private UUID whole;

    @BeforeEach
    void aDayInTwoVans() {
        FindingDesk.signIn(Role.SUPERVISOR);
        var days = new SomeDays(jdbc, desk::read);
        van = days.vehicle();
        whole = days.read(days.driver("Two, Vans " + TESTS.get()), day, "07:00", "17:00", 88, days.vehicle());
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void both_parts_are_saved_together_and_each_is_told_of_the_other() {
        var outcomes = split(van);

        assertThat(outcomes).hasSize(2).allMatch(Saved.class::isInstance);
        var added = ((Saved) outcomes.getLast()).session();
        assertThat(splits(whole)).singleElement().satisfies(split -> {
            assertThat(split.into()).isTrue();
            assertThat(split.other()).isEqualTo(added);
            assertThat(split.vehicle()).startsWith("Van ");
            assertThat(split.logIn()).isEqualTo(SomeDays.at(day, "12:00"));
        });
        assertThat(splits(added)).singleElement().satisfies(split -> {
            assertThat(split.into()).isFalse();
            assertThat(split.other()).isEqualTo(whole);
        });
        assertThat(dayCheck.day(day, By.DRIVER).totals().driver()).isEqualTo(Duration.ofHours(10));
        assertThat(jdbc.sql("select count(*) from delivery where session_id = any(?) and state = 'WAITING'")
                        .param(new UUID[] {whole, added})
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void where_one_part_can_not_be_nothing_of_the_other_is_written() {
        var before = desk.session(whole);

        var outcomes = split(UUID.randomUUID());

        assertThat(outcomes.getFirst()).isInstanceOf(NotReached.class);
        assertThat(outcomes.getLast()).isInstanceOf(Invalid.class);
        assertThat(desk.session(whole).values()).isEqualTo(before.values());
        assertThat(splits(whole)).isEmpty();
    }

    @Test
    void both_parts_are_taken_back_or_neither() {
        var outcomes = split(van);
        var kept = (Saved) outcomes.getFirst();
        var added = (Saved) outcomes.getLast();
        desk.correct(added.session(), desk.session(whole).values(), SessionField.END_MILEAGE);

        assertThat(takeBack(kept, added)).anyMatch(TooLate.class::isInstance).noneMatch(Saved.class::isInstance);
        assertThat(splits(whole)).hasSize(1);

        var newest = worklist.detail(added.session()).orElseThrow().takeBacks().undoable();
        assertThat(newest).isNotNull();
        corrections.apply(List.of(new SessionCommand.Undo(added.session(), newest)));
        assertThat(takeBack(kept, added)).allMatch(Saved.class::isInstance);
        assertThat(splits(whole)).isEmpty();
        assertThat(worklist.detail(added.session())).isEmpty();
        assertThat(desk.session(whole).values().logOut()).isEqualTo(SomeDays.at(day, "17:00"));
    }

    private List<CorrectionOutcome> split(UUID into) {
        var session = desk.session(whole);
        var values = session.values();
        var noon = SomeDays.at(day, "12:00");
        var first = new SessionValues(
                values.driver(), values.vehicle(), LogInType.DRIVER, values.logIn(), noon, 1_000, 1_040);
        var second = new SessionValues(values.driver(), into, LogInType.DRIVER, noon, values.logOut(), 8_100, 8_147);
        return corrections.apply(List.of(
                new SessionCommand.Correct(
                        whole,
                        session.version(),
                        first,
                        Set.of(SessionField.LOG_OUT, SessionField.END_MILEAGE),
                        Reason.FORGOT_LOG_OUT,
                        null),
                new SessionCommand.Create(second, Reason.FORGOT_LOG_OUT, null)));
    }

    private List<CorrectionOutcome> takeBack(Saved kept, Saved added) {
        return corrections.apply(List.of(
                new SessionCommand.Undo(kept.session(), kept.correction()),
                new SessionCommand.Undo(added.session(), added.correction())));
    }

    private List<Split> splits(UUID session) {
        return worklist.detail(session).orElseThrow().splits();
    }
}
