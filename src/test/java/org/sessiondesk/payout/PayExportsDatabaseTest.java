package org.sessiondesk.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.audit.AuditQueries;
import org.sessiondesk.audit.Subject;
import org.sessiondesk.audit.TrailEntry;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.payout.PaidDay.Pay;
import org.sessiondesk.roster.PayrollNumbers;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.signoff.DayToSign;
import org.sessiondesk.signoff.DriverDay;
import org.sessiondesk.signoff.SignOffs;
import org.sessiondesk.signoff.SignOutcome;
import org.sessiondesk.site.Site;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.TestDatabase;
import org.sessiondesk.worktime.Hours;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

@DatabaseTest
@Import(FindingDesk.class)
class PayExportsDatabaseTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-06-01");
    private static final PayPeriod WEEK = new PayPeriod(MONDAY, MONDAY.plusDays(6));
    private static final PayPeriod NEXT_WEEK = new PayPeriod(MONDAY.plusDays(7), MONDAY.plusDays(13));

    @Autowired
    private PayExports exports;

    @Autowired
    private PayrollNumbers numbers;

    @Autowired
    private FindingDesk desk;

    @Autowired
    private SignOffs signOffs;

    @Autowired
    private AuditQueries trail;

    @Autowired
    private Site site;

    private final SignedDays days;

    PayExportsDatabaseTest(@Autowired TestDatabase database) {
        this.days = new SignedDays(database);
    }

    @BeforeEach
    void aClerk() {
        days.none();
        FindingDesk.signIn(Role.ADMINISTRATOR);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void an_export_takes_the_signed_days_of_its_period_by_name_and_day() {
        var ruiz = days.driver("Ruiz, Marco");
        var lee = days.driver("Lee, Jo");
        numbers.set(ruiz, "1042");
        days.sign(ruiz, MONDAY.plusDays(1), minutes(471), 88L);
        days.sign(ruiz, MONDAY, minutes(480), minutes(30), null);
        days.sign(lee, MONDAY, minutes(480), 12L);
        days.sign(lee, MONDAY.minusDays(1), minutes(480), 12L);

        assertDue(WEEK, 1, 3, 2, 0, 1, 0);
        var made = make(WEEK, 1);

        assertThat(made.rows()).isEqualTo(3);
        assertThat(exports.days(1, 0, 10))
                .extracting(PaidDay::driverName, PaidDay::payrollNumber, PaidDay::day, PaidDay::difference)
                .containsExactly(
                        tuple("Lee, Jo", null, MONDAY, pay(480, 0, 12L)),
                        tuple("Ruiz, Marco", "1042", MONDAY, pay(480, 30, null)),
                        tuple("Ruiz, Marco", "1042", MONDAY.plusDays(1), pay(471, 0, 88L)));
        assertThat(exports.days(1, 1, 1)).extracting(PaidDay::day).containsExactly(MONDAY);
        assertThat(exports.paidIn(WEEK)).hasSize(3).containsEntry(new DriverDay(lee, MONDAY), 1L);
    }

    @Test
    void what_was_paid_is_paid_once_and_comes_again_only_as_the_difference() {
        var ruiz = days.driver("Ruiz, Marco");
        days.sign(ruiz, MONDAY, minutes(480), 88L);
        var tuesday = days.sign(ruiz, MONDAY.plusDays(1), minutes(480), 88L);
        make(WEEK, 1);
        assertThat(seen(WEEK).isEmpty()).isTrue();
        assertThat(exports.make(WEEK, seen(WEEK))).isEqualTo(new MakeOutcome.NothingToPay());

        days.reopen(tuesday);
        days.sign(ruiz, MONDAY.plusDays(1), minutes(425), 91L);
        days.sign(ruiz, MONDAY.plusDays(2), minutes(60), 5L);
        days.sign(ruiz, MONDAY.plusDays(7), minutes(100), 6L);

        assertThat(exports.due(NEXT_WEEK, 10).late())
                .extracting(PaidDay::day, PaidDay::exportBefore, PaidDay::difference)
                .containsExactly(
                        tuple(MONDAY.plusDays(2), null, pay(60, 0, 5L)),
                        tuple(MONDAY.plusDays(1), 1L, pay(-55, 0, 3L)));
        assertDue(NEXT_WEEK, 2, 1, 1, 2, 1, 0);
        var first = exports.days(1, 0, 10);
        make(NEXT_WEEK, 2);

        assertThat(exports.days(2, 0, 10))
                .extracting(PaidDay::day, day -> day.difference().driver().inMinutes())
                .containsExactly(
                        tuple(MONDAY.plusDays(1), -55L),
                        tuple(MONDAY.plusDays(2), 60L),
                        tuple(MONDAY.plusDays(7), 100L));
        assertThat(exports.days(1, 0, 10)).as("the first one stays as it was").isEqualTo(first);
        assertThat(seen(NEXT_WEEK).isEmpty()).isTrue();
    }

    @Test
    void a_difference_of_seconds_that_pays_nothing_is_none() {
        var ruiz = days.driver("Ruiz, Marco");
        var monday = days.sign(ruiz, MONDAY, Duration.ofSeconds(28_790), 88L);
        make(WEEK, 1);
        days.reopen(monday);
        days.sign(ruiz, MONDAY, Duration.ofSeconds(28_805), 88L);

        assertThat(seen(WEEK).isEmpty()).isTrue();
    }

    @Test
    void an_opened_day_waits_while_something_counts_on_it_and_is_taken_back_when_nothing_does() {
        var ruiz = days.driver("Ruiz, Marco");
        var from = MONDAY.atTime(8, 0).atZone(site.zone()).toInstant();
        var values = new SessionValues(ruiz, null, LogInType.DRIVER, from, from.plus(Duration.ofHours(8)), null, null);
        var session = desk.read(UUID.randomUUID(), values);
        desk.settle();
        assertThat(signed(ruiz, session)).isInstanceOf(SignOutcome.Signed.class);
        make(WEEK, 1);

        signOffs.reopen(new DriverDay(ruiz, MONDAY), "wrong driver");
        assertDue(WEEK, 2, 0, 0, 0, 0, 1);

        var lee = days.driver("Lee, Jo");
        desk.correct(
                session,
                new SessionValues(lee, null, LogInType.DRIVER, values.logIn(), values.logOut(), null, null),
                SessionField.DRIVER);
        desk.settle();
        assertThat(signed(lee, session)).isInstanceOf(SignOutcome.Signed.class);
        make(WEEK, 2);

        assertThat(exports.days(2, 0, 10))
                .extracting(
                        PaidDay::driverName, day -> day.difference().driver().inMinutes())
                .containsExactly(tuple("Lee, Jo", 480L), tuple("Ruiz, Marco", -480L));
        assertDue(WEEK, 3, 0, 0, 0, 0, 0);
    }

    @Test
    void two_who_export_at_once_make_one() throws Exception {
        days.sign(days.driver("Ruiz, Marco"), MONDAY, minutes(480), 88L);
        var seen = seen(WEEK);
        Callable<MakeOutcome> making = () -> {
            FindingDesk.signIn(Role.PAYROLL);
            return exports.make(WEEK, seen);
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            var outcomes = threads.invokeAll(List.of(making, making));
            assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get()))
                    .hasAtLeastOneElementOfType(MakeOutcome.Made.class)
                    .contains(new MakeOutcome.Overtaken(2));
        }
        assertThat(exports.newest(10)).extracting(PayExport::number).containsExactly(1L);
    }

    @Test
    void the_trail_keeps_who_made_it_and_an_export_keeps_the_trail_as_it_stood() {
        days.sign(days.driver("Ruiz, Marco"), MONDAY, minutes(480), 88L);
        var head = trail.end();
        var made = make(WEEK, 1);

        assertThat(made.trail()).isEqualTo(head);
        assertThat(trail.history(new Subject("pay-export", "1"), 1))
                .extracting(TrailEntry::action)
                .containsExactly("payout.made");
    }

    @Test
    void payroll_and_administrators_make_auditors_look_and_supervisors_do_neither() {
        days.sign(days.driver("Ruiz, Marco"), MONDAY, minutes(480), 88L);
        FindingDesk.signIn(Role.AUDITOR);
        var seen = seen(WEEK);
        assertThat(seen.days()).isEqualTo(1);
        assertThatThrownBy(() -> exports.make(WEEK, seen)).isInstanceOf(AccessDeniedException.class);
        FindingDesk.signIn(Role.SUPERVISOR);
        assertThatThrownBy(() -> exports.due(WEEK, 1)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> exports.days(1, 0, 1)).isInstanceOf(AccessDeniedException.class);
        FindingDesk.signIn(Role.PAYROLL);
        assertThat(make(WEEK, 1).number()).isEqualTo(1);
    }

    private SignOutcome signed(UUID driver, UUID session) {
        return signOffs.sign(List.of(new DayToSign(
                        new DriverDay(driver, MONDAY),
                        Map.of(session, desk.session(session).version()),
                        null)))
                .getFirst();
    }

    private PayExport make(PayPeriod period, long number) {
        var outcome = exports.make(period, seen(period));
        assertThat(outcome).isInstanceOf(MakeOutcome.Made.class);
        var export = ((MakeOutcome.Made) outcome).export();
        assertThat(export.number()).isEqualTo(number);
        return export;
    }

    private DueSummary seen(PayPeriod period) {
        return exports.due(period, 0).summary();
    }

    private void assertDue(
            PayPeriod period, long number, int days, int drivers, int late, int withoutNumber, int waiting) {
        var due = exports.due(period, 0);
        assertThat(due.summary())
                .isEqualTo(new DueSummary(
                        number,
                        days,
                        drivers,
                        late,
                        withoutNumber,
                        due.summary().mark()));
        assertThat(due.left().waiting()).isEqualTo(waiting);
    }

    private static Pay pay(long driver, long dispatcher, @Nullable Long distance) {
        return new Pay(new Hours(driver), new Hours(dispatcher), distance);
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }
}
