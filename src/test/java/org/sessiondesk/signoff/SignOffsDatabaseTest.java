package org.sessiondesk.signoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessiondesk.account.Role;
import org.sessiondesk.audit.AuditQueries;
import org.sessiondesk.audit.Subject;
import org.sessiondesk.audit.TrailEntry;
import org.sessiondesk.finding.FindingActs;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.signoff.Objection.Kind;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionOperations;

/** What lets a driver's day be signed, what doesn't, and how it is opened again. */
@DatabaseTest
@Import({FindingDesk.class, SignOffDesk.class})
class SignOffsDatabaseTest {

    /** Each test has months of its own. */
    private static final AtomicInteger TESTS = new AtomicInteger();

    private final LocalDate day = LocalDate.of(2012, 1, 3).plusWeeks(8L * TESTS.incrementAndGet());
    private final PayPeriod today = new PayPeriod(day, day);
    private final UUID driver = UUID.randomUUID();

    @Autowired
    private FindingDesk desk;

    @Autowired
    private SignOffDesk days;

    @Autowired
    private SignOffs signOffs;

    @Autowired
    private SettledDays settled;

    @Autowired
    private FindingActs findings;

    @Autowired
    private SessionCorrections corrections;

    @Autowired
    private AuditQueries audit;

    @BeforeEach
    void supervisor() {
        FindingDesk.signIn(Role.SUPERVISOR);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_signed_day_keeps_what_counted_and_stands_in_the_trail() {
        var first = days.read(SignOffDesk.shift(driver, day, "07:00", "11:00"));
        var second = days.read(SignOffDesk.shift(driver, day, "12:00", "17:30", UUID.randomUUID(), 1_000, 1_088));

        var outcome = days.sign(driver, day, first, second);

        assertThat(outcome).isInstanceOf(SignOutcome.Signed.class);
        var signOff = standing();
        assertThat(signOff).isEqualTo(((SignOutcome.Signed) outcome).signOff());
        assertThat(signOff.totals().driver()).isEqualTo(Duration.ofMinutes(570));
        assertThat(signOff.totals().distance()).isEqualTo(88);
        assertThat(signOff.totals().sessions()).isEqualTo(2);
        assertThat(signOff.totals().withoutDistance()).isEqualTo(1);
        assertThat(settled.of(List.of(second))).containsExactly(signOff);
        assertThat(history(first)).startsWith("signoff.signed");
        assertThat(history(second)).startsWith("signoff.signed");
    }

    @Test
    void a_night_is_signed_on_the_day_of_its_log_in_with_all_its_time() {
        var night = days.read(SignOffDesk.shift(driver, day, "22:00", "06:00"));

        assertThat(days.sign(driver, day.plusDays(1))).isInstanceOf(SignOutcome.NothingToSign.class);
        assertThat(days.sign(driver, day.plusDays(1), night)).isInstanceOf(SignOutcome.Stale.class);
        assertThat(days.sign(driver, day, night))
                .isInstanceOfSatisfying(
                        SignOutcome.Signed.class,
                        signed -> assertThat(signed.signOff().totals().driver()).isEqualTo(Duration.ofHours(8)));
    }

    @Test
    void an_open_session_refuses_its_day_and_no_other_one() {
        var open = days.read(SignOffDesk.shift(driver, day, "07:00", null));
        var other = UUID.randomUUID();
        var fine = days.read(SignOffDesk.shift(other, day, "07:00", "17:00"));

        var outcomes = signOffs.sign(List.of(days.seen(driver, day, open), days.seen(other, day, fine)));

        assertThat(outcomes.getFirst())
                .isInstanceOfSatisfying(
                        SignOutcome.Refused.class,
                        refused -> assertThat(refused.objections())
                                .containsExactly(new Objection(open, Kind.ERROR, Rule.LOG_OUT_MISSING)));
        assertThat(outcomes.getLast()).isInstanceOf(SignOutcome.Signed.class);
        assertThat(settled.signed(today).keySet()).containsExactly(new DriverDay(other, day));
    }

    @Test
    void a_session_that_is_still_under_way_refuses_its_day_without_being_wrong() {
        var today = LocalDate.ofInstant(desk.now(), SignOffDesk.ZONE);
        var running = desk.read(
                UUID.randomUUID(),
                SignOffDesk.shift(driver, today, "00:00", null)
                        .with(
                                Set.of(SessionField.LOG_IN),
                                new SessionValues(
                                        null,
                                        null,
                                        LogInType.UNDEFINED,
                                        desk.now().minusSeconds(1),
                                        null,
                                        null,
                                        null)));
        desk.settle();
        var logIn = desk.session(running).values().logIn();

        assertThat(days.sign(driver, LocalDate.ofInstant(logIn, SignOffDesk.ZONE), running))
                .isInstanceOfSatisfying(
                        SignOutcome.Refused.class,
                        refused -> assertThat(refused.objections())
                                .containsExactly(new Objection(running, Kind.OPEN, null)));
    }

    @Test
    void an_error_refuses_until_it_is_dismissed() {
        var van = UUID.randomUUID();
        var session = days.read(SignOffDesk.shift(driver, day, "07:00", "17:00", van, 1_088, 1_000));
        var refused = (SignOutcome.Refused) days.sign(driver, day, session);
        var error = refused.objections().getFirst();
        assertThat(error.kind()).isEqualTo(Kind.ERROR);

        findings.dismiss(session, Objects.requireNonNull(error.rule()), field(session), "checked by phone");
        desk.settle();

        assertThat(days.sign(driver, day, session)).isInstanceOf(SignOutcome.Signed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REJECTED", "CONFLICT", "UNCERTAIN"})
    void what_a_person_has_to_decide_about_sending_refuses(String state) {
        var session = days.read(SignOffDesk.shift(driver, day, "07:00", "17:00"));
        days.delivery(session, state);

        assertThat(days.sign(driver, day, session))
                .isInstanceOfSatisfying(
                        SignOutcome.Refused.class,
                        refused -> assertThat(refused.objections())
                                .containsExactly(new Objection(session, Kind.valueOf(state), null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAITING", "ACCEPTED", "WITHDRAWN"})
    void what_is_on_its_way_or_done_passes(String state) {
        var session = days.read(SignOffDesk.shift(driver, day, "07:00", "17:00"));
        days.delivery(session, state);

        assertThat(days.sign(driver, day, session)).isInstanceOf(SignOutcome.Signed.class);
    }

    @Test
    void a_warning_passes_with_a_reason_only() {
        var session = days.read(SignOffDesk.shift(driver, day, "05:00", "21:00"));
        var asked = days.sign(driver, day, session);
        assertThat(asked)
                .isInstanceOfSatisfying(
                        SignOutcome.NeedsReason.class,
                        needs -> assertThat(needs.warnings())
                                .extracting(Objection::rule)
                                .containsExactly(Rule.DURATION_LONG));
        assertThat(settled.signed(today)).isEmpty();

        signOffs.sign(List.of(days.seen(driver, day, "broke down on the road", session)));

        assertThat(standing().reason()).isEqualTo("broke down on the road");
    }

    @Test
    void what_changed_or_came_since_it_was_seen_refuses_as_stale() {
        var session = days.read(SignOffDesk.shift(driver, day, "07:00", "17:00"));
        var seen = days.seen(driver, day, session);
        desk.correct(session, SignOffDesk.shift(driver, day, "07:00", "16:00"), SessionField.LOG_OUT);
        desk.settle();

        assertThat(signOffs.sign(List.of(seen))).hasOnlyElementsOfType(SignOutcome.Stale.class);

        var again = days.seen(driver, day, session);
        days.read(SignOffDesk.shift(driver, day, "18:00", "19:00"));
        assertThat(signOffs.sign(List.of(again))).hasOnlyElementsOfType(SignOutcome.Stale.class);

        var elsewhere = days.seen(driver, day, session);
        desk.correct(
                session,
                SignOffDesk.shift(driver, day.plusDays(1), "07:00", "16:00"),
                SessionField.LOG_IN,
                SessionField.LOG_OUT);
        desk.settle();
        assertThat(signOffs.sign(List.of(elsewhere))).hasOnlyElementsOfType(SignOutcome.Stale.class);
    }

    @Test
    void what_was_not_judged_yet_is_not_signed(@Autowired TransactionOperations transactions) {
        // In one transaction: nobody judges what isn't committed.
        var outcome = Objects.requireNonNull(transactions.execute(_ -> {
            var session = desk.read(UUID.randomUUID(), SignOffDesk.shift(driver, day, "07:00", "17:00"));
            return days.sign(driver, day, session);
        }));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SignOutcome.Refused.class,
                        refused -> assertThat(refused.objections())
                                .extracting(Objection::kind)
                                .containsExactly(Kind.BEING_CHECKED));
    }

    @Test
    void what_is_left_out_of_totals_is_not_signed_with_its_day() {
        var session = days.read(SignOffDesk.shift(driver, day, "07:00", "17:00"));
        var twice = days.read(SignOffDesk.shift(driver, day, "18:00", null));
        corrections.apply(
                List.of(new SessionCommand.LeaveOut(twice, desk.session(twice).version(), Reason.TEST_LOG_IN, null)));
        desk.settle();

        assertThat(days.sign(driver, day, session, twice)).isInstanceOf(SignOutcome.Stale.class);
        assertThat(days.sign(driver, day, session)).isInstanceOf(SignOutcome.Signed.class);
    }

    @Test
    void a_day_is_signed_once_and_the_second_is_told_by_whom() {
        var session = days.read(SignOffDesk.shift(driver, day, "07:00", "17:00"));
        var first = (SignOutcome.Signed) days.sign(driver, day, session);
        FindingDesk.signIn(Role.PAYROLL);

        assertThat(days.sign(driver, day, session)).isEqualTo(new SignOutcome.SignedAlready(first.signOff()));
    }

    @Test
    void a_reopened_day_is_no_longer_signed_and_can_be_signed_anew() {
        var session = days.read(SignOffDesk.shift(driver, day, "07:00", "17:00"));
        days.sign(driver, day, session);
        var driverDay = new DriverDay(driver, day);

        assertThat(signOffs.reopen(driverDay, " the driver called ")).isEqualTo(new ReopenOutcome.Done());
        assertThat(signOffs.reopen(driverDay, "again")).isEqualTo(new ReopenOutcome.NothingThere());

        assertThat(settled.signed(today)).isEmpty();
        assertThat(settled.of(List.of(session))).isEmpty();
        assertThat(entries(session).getFirst().action()).isEqualTo("signoff.reopened");
        assertThat(entries(session).getFirst().texts()).isEqualTo(Map.of("reason", "the driver called"));
        assertThat(days.sign(driver, day, session)).isInstanceOf(SignOutcome.Signed.class);
    }

    @Test
    void who_did_not_work_is_a_persons_word_that_can_be_taken_back() {
        var driverDay = new DriverDay(driver, day);
        assertThat(signOffs.didNotWork(driverDay)).isEqualTo(new ReopenOutcome.Done());
        assertThat(signOffs.didNotWork(driverDay)).isEqualTo(new ReopenOutcome.Done());
        assertThat(settled.notWorked(today).keySet()).containsExactly(driverDay);

        assertThat(signOffs.takeBack(driverDay)).isEqualTo(new ReopenOutcome.Done());
        assertThat(signOffs.takeBack(driverDay)).isEqualTo(new ReopenOutcome.NothingThere());
        assertThat(settled.notWorked(today)).isEmpty();

        days.read(SignOffDesk.shift(driver, day, "07:00", "17:00"));
        assertThat(signOffs.didNotWork(driverDay)).isEqualTo(new ReopenOutcome.Worked());
    }

    @Test
    void payroll_signs_and_does_not_reopen_and_an_auditor_only_looks() {
        var session = days.read(SignOffDesk.shift(driver, day, "07:00", "17:00"));
        var driverDay = new DriverDay(driver, day);

        FindingDesk.signIn(Role.AUDITOR);
        assertThatThrownBy(() -> days.sign(driver, day, session)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> signOffs.didNotWork(driverDay)).isInstanceOf(AccessDeniedException.class);
        assertThat(settled.signed(today)).isEmpty();

        FindingDesk.signIn(Role.PAYROLL);
        assertThat(days.sign(driver, day, session)).isInstanceOf(SignOutcome.Signed.class);
        assertThatThrownBy(() -> signOffs.reopen(driverDay, "why not")).isInstanceOf(AccessDeniedException.class);

        FindingDesk.signIn(Role.ADMINISTRATOR);
        assertThat(signOffs.reopen(driverDay, "why not")).isEqualTo(new ReopenOutcome.Done());
    }

    private SignOff standing() {
        return Objects.requireNonNull(settled.signed(today).get(new DriverDay(driver, day)));
    }

    private SessionField field(UUID session) {
        return Objects.requireNonNull(desk.found().get(session)).getFirst().field();
    }

    private List<String> history(UUID session) {
        return entries(session).stream().map(TrailEntry::action).toList();
    }

    private List<TrailEntry> entries(UUID session) {
        return audit.history(Subject.of("session", session), 10);
    }
}
