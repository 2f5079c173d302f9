package org.sessiondesk.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.payout.LeftOut.Skipped;
import org.sessiondesk.payroll.PayRules;
import org.sessiondesk.roster.PayrollNumbers;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.site.Site;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.TestDatabase;
import org.sessiondesk.worktime.HourRounding;
import org.sessiondesk.worktime.Hours;
import org.sessiondesk.worktime.PayCalendar;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;

/** What is due and what is left out, where the site or its people change something between two exports. */
@DatabaseTest
@Import(FindingDesk.class)
class DueDatabaseTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-06-01");
    private static final PayPeriod WEEK = week(0);

    @Autowired
    private PayExports exports;

    @Autowired
    private PayExportRows rows;

    @Autowired
    private PayRules rules;

    @Autowired
    private PayrollNumbers numbers;

    @Autowired
    private FindingDesk desk;

    @Autowired
    private Site site;

    private final SignedDays days;

    DueDatabaseTest(@Autowired TestDatabase database) {
        this.days = new SignedDays(database);
    }

    @BeforeEach
    void toTheMinute() {
        days.none();
        FindingDesk.signIn(Role.ADMINISTRATOR);
        round(HourRounding.MINUTE);
    }

    @AfterEach
    void asItWas() {
        round(HourRounding.MINUTE);
        SecurityContextHolder.clearContext();
    }

    @Test
    void another_rounding_pays_nothing_when_only_the_distance_changed() {
        var ruiz = days.driver("Ruiz, Marco");
        var monday = days.sign(ruiz, MONDAY, Duration.ofMinutes(478), Duration.ofMinutes(7), 88L);
        make(WEEK);
        round(HourRounding.QUARTER_OF_AN_HOUR);
        days.reopen(monday);
        days.sign(ruiz, MONDAY, Duration.ofMinutes(478), Duration.ofMinutes(7), 90L);

        assertThat(make(WEEK)).isEqualTo(1);
        assertThat(exports.days(2, 0, 10))
                .extracting(PaidDay::difference, day -> day.now().driver().inMinutes())
                .containsExactly(tuple(new PaidDay.Pay(new Hours(0), new Hours(0), 2L), 478L));
        assertThat(exports.roundedOtherwise(exports.find(2).orElseThrow())).isTrue();
        assertThat(exports.roundedOtherwise(exports.find(1).orElseThrow())).isFalse();
    }

    @Test
    void a_day_stays_rounded_as_it_was_paid_first_and_new_ones_are_rounded_anew() {
        var ruiz = days.driver("Ruiz, Marco");
        var monday = days.sign(ruiz, MONDAY, Duration.ofMinutes(478), Duration.ofMinutes(7), 88L);
        make(WEEK);
        round(HourRounding.QUARTER_OF_AN_HOUR);
        days.reopen(monday);
        days.sign(ruiz, MONDAY, Duration.ofMinutes(478), Duration.ofMinutes(11), 88L);
        days.sign(ruiz, MONDAY.plusDays(1), Duration.ofMinutes(478), 88L);
        make(WEEK);

        assertThat(exports.days(2, 0, 10))
                .extracting(
                        day -> day.difference().driver().inMinutes(),
                        day -> day.difference().dispatcher().inMinutes())
                .containsExactly(tuple(0L, 4L), tuple(480L, 0L));
    }

    @Test
    void what_an_export_leaves_out_is_said() {
        var ruiz = days.driver("Ruiz, Marco");
        days.sign(ruiz, MONDAY, Duration.ofMinutes(480), 88L);
        make(WEEK);
        days.sign(ruiz, MONDAY.plusDays(8), Duration.ofMinutes(480), 88L);
        days.sign(ruiz, MONDAY.plusDays(9), Duration.ofMinutes(480), 88L);
        days.sign(ruiz, MONDAY.plusDays(14), Duration.ofMinutes(480), 88L);
        days.sign(ruiz, MONDAY.minusDays(1), Duration.ofMinutes(480), 88L);
        work(ruiz, MONDAY.plusDays(15));

        assertThat(exports.due(week(2), 0).left())
                .isEqualTo(new LeftOut(0, 1, false, List.of(new Skipped(week(1), 2))));
        make(week(2));
        assertThat(exports.due(week(3), 0).left())
                .isEqualTo(new LeftOut(0, 0, false, List.of(new Skipped(week(1), 2))));
        assertThat(exports.due(WEEK, 0).left().skipped()).containsExactly(new Skipped(week(1), 2));
        assertThat(exports.due(week(1), 0).left().skipped()).isEmpty();
        assertThat(make(week(1))).isEqualTo(2);
        assertThat(exports.due(week(3), 0).left().skipped()).isEmpty();
    }

    @Test
    void what_is_made_is_what_was_seen_or_nothing() {
        var ruiz = days.driver("Ruiz, Marco");
        var monday = days.sign(ruiz, MONDAY, Duration.ofMinutes(480), 88L);
        var seen = exports.due(WEEK, 0).summary();
        days.reopen(monday);
        days.sign(ruiz, MONDAY, Duration.ofMinutes(540), 88L);

        assertThat(exports.make(WEEK, seen)).isEqualTo(new MakeOutcome.Changed());
        assertThat(exports.newest(1)).isEmpty();
        days.reopen(monday);
        assertThat(exports.make(WEEK, seen)).isEqualTo(new MakeOutcome.NothingToPay());
    }

    @Test
    void a_day_that_is_signed_meanwhile_is_not_taken_back() {
        var ruiz = days.driver("Ruiz, Marco");
        var monday = days.sign(ruiz, MONDAY, Duration.ofMinutes(480), 88L);
        make(WEEK);
        days.reopen(monday);
        var readBefore = new PayExports.Asked(WEEK, HourRounding.MINUTE, List.of(monday));
        assertThat(rows.look(2, readBefore, 10).late()).hasSize(1);
        days.sign(ruiz, MONDAY, Duration.ofMinutes(480), 88L);

        assertThat(rows.look(2, readBefore, 10).late()).isEmpty();
    }

    @Test
    void who_had_no_payroll_number_then_has_the_one_of_now_and_others_keep_theirs() {
        var lee = days.driver("Lee, Jo");
        var ruiz = days.driver("Ruiz, Marco");
        numbers.set(ruiz, "1042");
        days.sign(lee, MONDAY, Duration.ofMinutes(480), 88L);
        days.sign(ruiz, MONDAY, Duration.ofMinutes(480), 88L);
        make(WEEK);
        numbers.set(lee, "1040");
        numbers.set(ruiz, "1043");

        assertThat(exports.days(1, 0, 10)).extracting(PaidDay::payrollNumber).containsExactly("1040", "1042");
    }

    @Test
    void paid_days_are_told_with_the_export_that_paid_them_last() {
        var ruiz = days.driver("Ruiz, Marco");
        var monday = days.sign(ruiz, MONDAY, Duration.ofMinutes(480), 88L);
        var tuesday = days.sign(ruiz, MONDAY.plusDays(1), Duration.ofMinutes(480), 88L);
        make(WEEK);
        days.reopen(monday);
        days.reopen(tuesday);
        days.sign(ruiz, MONDAY, Duration.ofMinutes(420), 88L);
        make(WEEK);

        assertThat(exports.paidIn(WEEK)).as("nothing counts on Tuesday").containsOnly(Map.entry(monday, 2L));
    }

    private void work(UUID driver, LocalDate day) {
        var from = day.atTime(8, 0).atZone(site.zone()).toInstant();
        desk.read(
                UUID.randomUUID(),
                new SessionValues(driver, null, LogInType.DRIVER, from, from.plus(Duration.ofHours(8)), null, null));
    }

    private void round(HourRounding rounding) {
        rules.pay(rules.now(), new PayCalendar.Weekly(DayOfWeek.MONDAY), rounding);
    }

    private long make(PayPeriod period) {
        var outcome = exports.make(period, exports.due(period, 0).summary());
        assertThat(outcome).isInstanceOf(MakeOutcome.Made.class);
        return ((MakeOutcome.Made) outcome).export().rows();
    }

    private static PayPeriod week(int after) {
        var monday = LocalDate.parse("2026-06-01").plusWeeks(after);
        return new PayPeriod(monday, monday.plusDays(6));
    }
}
