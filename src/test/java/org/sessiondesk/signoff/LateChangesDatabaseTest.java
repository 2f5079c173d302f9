package org.sessiondesk.signoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditQueries;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.audit.Subject;
import org.sessiondesk.audit.TrailEntry;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionConfirmations;
import org.sessiondesk.session.SessionIntake;
import org.sessiondesk.session.SessionIntake.Read;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.session.SignedDays;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionOperations;

/** What a reading or a file brings for a settled day waits for a person, and what people then decide. */
@DatabaseTest
@Import({FindingDesk.class, SignOffDesk.class})
class LateChangesDatabaseTest {

    private static final AtomicInteger TESTS = new AtomicInteger();

    private final LocalDate day = LocalDate.of(1995, 1, 3).plusWeeks(4L * TESTS.incrementAndGet());
    private final PayPeriod week = new PayPeriod(day, day.plusDays(6));
    private final UUID driver = UUID.randomUUID();
    private final UUID ontimeId = UUID.randomUUID();
    private final SessionValues asSigned = SignOffDesk.shift(driver, day, "07:00", "17:00");
    private final SessionValues longer = SignOffDesk.shift(driver, day, "07:00", "18:00");

    @Autowired
    private FindingDesk desk;

    @Autowired
    private SignOffDesk days;

    @Autowired
    private SignOffs signOffs;

    @Autowired
    private SettledDays settled;

    @Autowired
    private PayPeriods periods;

    @Autowired
    private LateChanges late;

    @Autowired
    private AuditQueries audit;

    private UUID session = driver;

    @BeforeEach
    void signedDay() {
        FindingDesk.signIn(Role.SUPERVISOR);
        session = desk.read(ontimeId, asSigned);
        desk.settle();
        assertThat(days.sign(driver, day, session)).isInstanceOf(SignOutcome.Signed.class);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_reading_leaves_a_signed_session_as_it_is_and_keeps_what_changed_once() {
        desk.read(ontimeId, longer);
        desk.read(ontimeId, longer);

        var now = desk.session(session);
        assertThat(now.values()).isEqualTo(asSigned);
        assertThat(now.version()).isEqualTo(1);
        assertThat(SessionValues.of(Objects.requireNonNull(now.lastKnown()))).isEqualTo(longer);
        assertThat(waiting()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(SignedDays.Kind.CHANGED);
            assertThat(change.ours()).isEqualTo(asSigned);
            assertThat(change.theirs()).isEqualTo(longer);
        });
        assertThat(actions()).startsWith("signoff.late", "signoff.signed");
        assertThat(totals()).isEqualTo(Duration.ofHours(10));
    }

    @Test
    void a_file_does_neither() {
        var seen = intake.seen(List.of(ontimeId)).get(ontimeId);

        var report = intake.take(
                List.of(new Read(days.record(ontimeId, longer), seen)),
                Fact.of("session.filed", Actor.person(UUID.randomUUID())));

        assertThat(report.changed()).isZero();
        assertThat(desk.session(session).values()).isEqualTo(asSigned);
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void the_newest_change_is_the_one_to_decide_and_one_that_is_taken_back_there_needs_no_decision() {
        desk.read(ontimeId, longer);
        var longest = SignOffDesk.shift(driver, day, "07:00", "19:00");
        desk.read(ontimeId, longest);
        assertThat(waiting()).extracting(LateChange::theirs).containsExactly(longest);

        desk.read(ontimeId, asSigned);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_session_that_would_come_onto_a_signed_day_stays_where_it_is() {
        var other = UUID.randomUUID();
        var elsewhere = SignOffDesk.shift(driver, day.plusDays(1), "07:00", "17:00");
        var moving = desk.read(other, elsewhere);

        desk.read(other, SignOffDesk.shift(driver, day, "18:00", "19:00"));

        assertThat(desk.session(moving).values()).isEqualTo(elsewhere);
        assertThat(waiting()).extracting(LateChange::session).containsExactly(moving);
    }

    @Test
    void a_new_session_is_there_and_counts_nowhere_until_it_is_taken() {
        var added = desk.read(UUID.randomUUID(), SignOffDesk.shift(driver, day, "18:00", "20:00"));
        desk.settle();
        assertThat(waiting()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(SignedDays.Kind.NEW);
            assertThat(change.session()).isEqualTo(added);
        });
        assertThat(totals()).isEqualTo(Duration.ofHours(10));

        assertThat(late.take(waiting().getFirst(), "came late")).isEqualTo(new LateOutcome.Done());

        assertThat(settled.signed(week)).isEmpty();
        assertThat(days.sign(driver, day, session, added)).isInstanceOf(SignOutcome.Signed.class);
        assertThat(totals()).isEqualTo(Duration.ofHours(12));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void one_that_is_gone_is_told_and_stays() {
        desk.vanish(ontimeId);

        assertThat(desk.session(session).values()).isEqualTo(asSigned);
        assertThat(waiting()).extracting(LateChange::kind).containsExactly(SignedDays.Kind.GONE);
        desk.read(ontimeId, asSigned);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void taking_opens_the_day_and_takes_the_values_over_and_sends_nothing() {
        desk.read(ontimeId, longer);

        assertThat(late.take(waiting().getFirst(), "as OnTime says")).isEqualTo(new LateOutcome.Done());

        assertThat(desk.session(session).values()).isEqualTo(longer);
        assertThat(settled.signed(week)).isEmpty();
        assertThat(waiting()).isEmpty();
        assertThat(actions()).startsWith("signoff.late-taken", "session.withdrawn", "signoff.reopened", "signoff.late");
        desk.settle();
        days.sign(driver, day, session);
        assertThat(totals()).isEqualTo(Duration.ofHours(11));
    }

    @Test
    void what_was_kept_out_is_not_asked_again_and_another_change_is() {
        desk.read(ontimeId, longer);
        var change = waiting().getFirst();
        FindingDesk.signIn(Role.PAYROLL);
        assertThat(late.keep(change)).isEqualTo(new LateOutcome.Done());
        assertThat(late.keep(change)).isEqualTo(new LateOutcome.NothingThere());

        desk.read(ontimeId, longer);
        assertThat(waiting()).isEmpty();
        assertThat(desk.session(session).values()).isEqualTo(asSigned);
        assertThat(settled.signed(week)).hasSize(1);

        desk.read(ontimeId, SignOffDesk.shift(driver, day, "06:00", "18:00"));
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void what_is_decided_about_something_else_than_is_there_now_is_refused_and_nothing_is_opened() {
        desk.read(ontimeId, longer);
        var seen = waiting().getFirst();
        desk.read(ontimeId, SignOffDesk.shift(driver, day, "07:00", "19:00"));

        assertThat(late.take(seen, "why")).isEqualTo(new LateOutcome.Stale());

        assertThat(settled.signed(week)).hasSize(1);
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void in_a_closed_period_a_change_can_only_be_kept_out_until_that_is_opened() {
        FindingDesk.signIn(Role.ADMINISTRATOR);
        var closed = ((CloseOutcome.Closed) periods.close(week)).added().getFirst();
        desk.read(ontimeId, longer);
        var added = desk.read(UUID.randomUUID(), SignOffDesk.shift(driver, day.plusDays(2), "18:00", "20:00"));
        assertThat(waiting()).hasSize(2);

        for (var change : waiting()) {
            assertThat(late.take(change, "why")).isInstanceOf(LateOutcome.Closed.class);
        }
        assertThat(settled.signed(week)).hasSize(1);
        periods.reopen(closed.id(), "a claim");

        for (var change : waiting()) {
            assertThat(late.take(change, "why")).isEqualTo(new LateOutcome.Done());
        }
        assertThat(desk.session(session).values()).isEqualTo(longer);
        assertThat(desk.session(added).version()).isEqualTo(1);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_session_without_a_driver_is_late_in_a_closed_period_too() {
        FindingDesk.signIn(Role.ADMINISTRATOR);
        periods.close(week);
        var nobodys = desk.read(
                UUID.randomUUID(),
                new SessionValues(null, null, LogInType.DRIVER, asSigned.logIn(), asSigned.logOut(), null, null));

        var change = late.waiting().stream()
                .filter(one -> one.session().equals(nobodys))
                .findFirst()
                .orElseThrow();

        assertThat(late.take(change, "why")).isInstanceOf(LateOutcome.Closed.class);
        assertThat(late.keep(change)).isEqualTo(new LateOutcome.Done());
    }

    @Test
    void sending_goes_on_after_the_lock(
            @Autowired SessionConfirmations confirmations, @Autowired TransactionOperations transactions) {
        var differs = transactions.execute(_ -> confirmations.accepted(
                session, 1, days.record(ontimeId, desk.session(session).values())));

        assertThat(differs).isFalse();
        assertThat(settled.signed(week)).hasSize(1);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void payroll_keeps_out_and_takes_nothing_and_an_auditor_only_looks() {
        desk.read(ontimeId, longer);
        var change = waiting().getFirst();

        FindingDesk.signIn(Role.PAYROLL);
        assertThatThrownBy(() -> late.take(change, "why")).isInstanceOf(AccessDeniedException.class);
        FindingDesk.signIn(Role.AUDITOR);
        assertThatThrownBy(() -> late.keep(change)).isInstanceOf(AccessDeniedException.class);
        assertThat(late.waiting()).contains(change);
        assertThat(late.count()).isPositive();
    }

    /** Those of this test's driver. */
    private List<LateChange> waiting() {
        return late.waiting().stream()
                .filter(change -> driver.equals(change.ours().driver()))
                .toList();
    }

    private Duration totals() {
        return settled.signed(week).values().iterator().next().totals().driver();
    }

    private List<String> actions() {
        return audit.history(Subject.of("session", session), 10).stream()
                .map(TrailEntry::action)
                .toList();
    }

    @Autowired
    private SessionIntake intake;
}
