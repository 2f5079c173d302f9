package org.sessiondesk.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sessiondesk.account.Role;
import org.sessiondesk.audit.AuditQueries;
import org.sessiondesk.audit.TrailEntry;
import org.sessiondesk.audit.TrailFilter;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.worktime.DayRule;
import org.sessiondesk.worktime.DayRules;
import org.sessiondesk.worktime.HourRounding;
import org.sessiondesk.worktime.PayCalendar;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
@Import({FindingDesk.class, PayRulesDatabaseTest.Settled.class})
class PayRulesDatabaseTest {

    @Autowired
    private PayRules payRules;

    @Autowired
    private Settled settled;

    @Autowired
    private AuditQueries trail;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private InstantSource clock;

    /** What a room above would say. */
    static class Settled implements LastSettledDay {

        private @Nullable LocalDate last;

        @Override
        public Optional<LocalDate> lastSettled() {
            return Optional.ofNullable(last);
        }
    }

    @BeforeEach
    void administrator() {
        FindingDesk.signIn(Role.ADMINISTRATOR);
        settled.last = null;
    }

    @AfterEach
    void usual() {
        FindingDesk.signIn(Role.ADMINISTRATOR);
        settled.last = null;
        jdbc.sql("delete from day_rule").update();
        payRules.pay(now(), new PayCalendar.Weekly(DayOfWeek.MONDAY), HourRounding.MINUTE);
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_site_that_set_nothing_pays_weeks_from_monday_by_the_minute_and_counts_by_the_log_in() {
        assertThat(now())
                .isEqualTo(
                        new PaySetting(DayRules.USUAL, new PayCalendar.Weekly(DayOfWeek.MONDAY), HourRounding.MINUTE));
        assertThat(payRules.period(LocalDate.parse("2026-06-03")))
                .isEqualTo(new PayPeriod(LocalDate.parse("2026-06-01"), LocalDate.parse("2026-06-07")));
    }

    @Test
    void a_rule_holds_from_its_day_and_stands_in_the_trail() {
        var july = LocalDate.parse("2026-07-01");
        assertThat(count(DayRule.LOG_OUT, july)).isEqualTo(new DayRuleChange.Applied());
        assertThat(count(DayRule.SPLIT, july.plusMonths(1))).isEqualTo(new DayRuleChange.Applied());
        assertThat(count(DayRule.LOG_OUT, july)).isEqualTo(new DayRuleChange.Applied());

        assertThat(now().dayRules()).isEqualTo(DayRules.USUAL.from(july, DayRule.LOG_OUT));
        assertThat(payRules.standing().rules()).singleElement().satisfies(rule -> {
            assertThat(rule.validFrom()).isEqualTo(july);
            assertThat(rule.rule()).isEqualTo(DayRule.LOG_OUT);
        });
        assertThat(newest()).satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("payroll.day-rule-set");
            assertThat(entry.details())
                    .containsEntry("dayRule", "LOG_OUT")
                    .containsEntry("validFrom", "2026-07-01")
                    .containsEntry("dropped", java.util.List.of("2026-08-01"));
        });
        assertThat(count(DayRule.LOG_OUT, july.plusDays(3))).isEqualTo(new DayRuleChange.Same());
    }

    @Test
    void what_is_settled_stays_as_it_was_counted() {
        settled.last = LocalDate.parse("2026-07-05");

        assertThat(count(DayRule.LOG_OUT, LocalDate.parse("2026-07-05")))
                .isEqualTo(new DayRuleChange.TooEarly(LocalDate.parse("2026-07-06")));
        assertThat(now().dayRules()).isEqualTo(DayRules.USUAL);
        assertThat(payRules.standing().earliest()).isEqualTo("2026-07-06");
        assertThat(count(DayRule.LOG_OUT, LocalDate.parse("2026-07-06"))).isEqualTo(new DayRuleChange.Applied());
    }

    @Test
    void a_mistyped_year_is_refused() {
        assertThat(count(DayRule.LOG_OUT, LocalDate.parse("2206-07-05"))).isInstanceOf(DayRuleChange.OutOfReach.class);
        assertThat(count(DayRule.LOG_OUT, LocalDate.parse("1926-07-05"))).isInstanceOf(DayRuleChange.OutOfReach.class);
    }

    @Test
    void another_calendar_and_rounding_hold_at_once_and_stand_in_the_trail() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Los_Angeles"));
        for (var calendar : java.util.List.of(
                new PayCalendar.Fortnightly(today.minusDays(3)),
                new PayCalendar.HalfMonthly(),
                new PayCalendar.Monthly(),
                new PayCalendar.Weekly(DayOfWeek.SUNDAY))) {
            assertThat(payRules.pay(now(), calendar, HourRounding.QUARTER_OF_AN_HOUR))
                    .isEqualTo(new PayChange.Applied());
            assertThat(now().calendar()).isEqualTo(calendar);
            assertThat(payRules.period(today)).isEqualTo(calendar.of(today));
        }
        assertThat(payRules.pay(now(), now().calendar(), HourRounding.QUARTER_OF_AN_HOUR))
                .isEqualTo(new PayChange.Same());
        assertThat(newest()).satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("payroll.pay-set");
            assertThat(entry.details().get("before"))
                    .isEqualTo(Map.of("payPeriod", "MONTHLY", "rounding", "QUARTER_OF_AN_HOUR"));
            assertThat(entry.details().get("after"))
                    .isEqualTo(Map.of("payPeriod", "WEEKLY", "weekStart", "SUNDAY", "rounding", "QUARTER_OF_AN_HOUR"));
        });
    }

    @Test
    void what_somebody_set_meanwhile_is_not_written_over() {
        var seen = now();
        payRules.pay(seen, new PayCalendar.Monthly(), HourRounding.MINUTE);
        payRules.count(seen.dayRules(), DayRule.SPLIT, LocalDate.parse("2026-07-01"));

        assertThat(payRules.pay(seen, new PayCalendar.HalfMonthly(), HourRounding.MINUTE))
                .isEqualTo(new PayChange.Overtaken());
        assertThat(payRules.count(seen.dayRules(), DayRule.LOG_OUT, LocalDate.parse("2026-07-01")))
                .isEqualTo(new DayRuleChange.Overtaken());
        assertThat(now().calendar()).isEqualTo(new PayCalendar.Monthly());
    }

    /** Somebody signs a day while somebody else changes the rule: the second waits, and then it is too early. */
    @Test
    void nobody_changes_a_rule_by_which_somebody_settles_a_day() {
        var change = transaction.execute(_ -> {
            payRules.hold();
            var held = now();
            var waiting = CompletableFuture.supplyAsync(
                    () -> payRules.count(held.dayRules(), DayRule.SPLIT, LocalDate.parse("2026-07-01")),
                    task -> Thread.ofVirtual().start(new DelegatingSecurityContextRunnable(task)));
            assertThatThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            assertThat(now()).isEqualTo(held);
            settled.last = LocalDate.parse("2026-07-01");
            return waiting;
        });

        assertThat(change)
                .succeedsWithin(java.time.Duration.ofSeconds(20))
                .isEqualTo(new DayRuleChange.TooEarly(LocalDate.parse("2026-07-02")));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "ADMINISTRATOR", mode = EnumSource.Mode.EXCLUDE)
    void only_an_administrator_changes_how_is_paid(Role role) {
        FindingDesk.signIn(role);

        assertThat(now()).isNotNull();
        assertThatThrownBy(() -> count(DayRule.SPLIT, LocalDate.parse("2026-07-01")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> payRules.pay(now(), new PayCalendar.Monthly(), HourRounding.MINUTE))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> payRules.standing()).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void the_database_refuses_weeks_without_a_start() {
        assertThatThrownBy(() ->
                        jdbc.sql("update pay_setting set week_start = null").update())
                .hasMessageContaining("pay_setting_weeks_have_a_start");
    }

    private DayRuleChange count(DayRule rule, LocalDate from) {
        return payRules.count(now().dayRules(), rule, from);
    }

    private PaySetting now() {
        return payRules.now();
    }

    private TrailEntry newest() {
        return trail.page(TrailFilter.everything(), null, 1).getFirst();
    }
}
