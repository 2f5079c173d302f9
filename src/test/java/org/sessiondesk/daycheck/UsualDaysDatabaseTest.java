package org.sessiondesk.daycheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.payperiod.CellState;
import org.sessiondesk.payperiod.PeriodCheck;
import org.sessiondesk.signoff.DriverDay;
import org.sessiondesk.testing.CountedStatements;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.worktime.DayRule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whose silence on a day is worth a question: Day check and the pay period say the same. */
@DatabaseTest
@Import({FindingDesk.class, CountedStatements.class})
class UsualDaysDatabaseTest {

    /** Each test has months of its own, long before all others'. */
    private static final AtomicInteger TESTS = new AtomicInteger();

    /** A Tuesday. */
    private final LocalDate day = LocalDate.of(1990, 1, 2).plusWeeks(20L * TESTS.incrementAndGet());

    @Autowired
    private FindingDesk desk;

    @Autowired
    private DayCheck dayCheck;

    @Autowired
    private PeriodCheck periodCheck;

    @Autowired
    private JdbcClient jdbc;

    private SomeDays days;

    @BeforeEach
    void supervisor() {
        FindingDesk.signIn(Role.SUPERVISOR);
        days = new SomeDays(jdbc, desk::read);
    }

    @AfterEach
    void usual() {
        jdbc.sql("delete from day_rule").update();
        SecurityContextHolder.clearContext();
    }

    @Test
    void where_a_portal_is_new_half_of_the_weeks_that_were_read_is_enough_and_two_at_least() {
        var anna = days.driver("Twice, Anna");
        var once = days.driver("Once, Otto");
        read(anna, "07:00", "17:00", 1, 2);
        read(once, "07:00", "17:00", 1);
        desk.settle();

        assertThat(state(anna, day)).isEqualTo(RowState.NOTHING_ENTERED);
        assertThat(cell(anna, day)).isEqualTo(CellState.NOTHING_ENTERED);
        assertThat(state(once, day)).isNull();
        assertThat(cell(once, day)).isNull();
    }

    @Test
    void a_weekday_on_which_hardly_anybody_works_counts_as_read_all_the_same() {
        var anna = days.driver("Two Tuesdays, Anna");
        read(anna, "07:00", "17:00", 1, 2);
        var will = days.driver("Mondays, Will");
        for (int week = 1; week <= 6; week++) {
            days.read(will, day.minusWeeks(week).minusDays(1), "07:00", "17:00", null);
        }
        desk.settle();

        assertThat(state(anna, day)).isNull();
        assertThat(cell(anna, day)).isNull();
    }

    @Test
    void where_nights_count_on_the_day_of_the_log_out_that_is_when_they_are_missed() {
        rule(DayRule.LOG_OUT);
        var nora = days.driver("Night, Nora");
        read(nora, "22:00", "06:00", 0, 1, 2, 3, 4);
        desk.settle();

        assertThat(state(nora, day)).isEqualTo(RowState.COUNTS_ELSEWHERE);
        assertThat(cell(nora, day)).isEqualTo(CellState.NOTHING);
        assertThat(state(nora, day.plusDays(1))).isEqualTo(RowState.READY);
        var nextWeek = day.plusWeeks(1);
        assertThat(state(nora, nextWeek)).isNull();
        assertThat(state(nora, nextWeek.plusDays(1))).isEqualTo(RowState.NOTHING_ENTERED);
        assertThat(cell(nora, nextWeek.plusDays(1))).isEqualTo(CellState.NOTHING_ENTERED);
    }

    @Test
    void who_began_a_night_instead_of_the_usual_day_entered_something_wherever_it_counts() {
        rule(DayRule.LOG_OUT);
        var dan = days.driver("Days, Dan");
        read(dan, "07:00", "17:00", 1, 2, 3, 4);
        read(dan, "22:00", "06:00", 0);
        desk.settle();

        assertThat(state(dan, day)).isEqualTo(RowState.COUNTS_ELSEWHERE);
        assertThat(cell(dan, day)).isEqualTo(CellState.NOTHING);
    }

    @Test
    void the_end_of_the_night_before_is_no_word_on_the_night_that_is_missing() {
        var nora = days.driver("Every Night, Nora");
        read(nora, "22:00", "06:00", 0, 1, 2, 3, 4);
        for (int week = 1; week <= 4; week++) {
            days.read(nora, day.minusWeeks(week).plusDays(1), "22:00", "06:00", null);
        }
        desk.settle();

        assertThat(state(nora, day.plusDays(1))).isEqualTo(RowState.NOTHING_ENTERED);
        assertThat(cell(nora, day.plusDays(1))).isEqualTo(CellState.NOTHING_ENTERED);
    }

    private void rule(DayRule rule) {
        jdbc.sql("insert into day_rule (valid_from, rule, set_by, set_at) values (?, ?, ?, now())")
                .params(day.minusYears(1), rule.name(), UUID.randomUUID())
                .update();
    }

    private void read(UUID driver, String logIn, String logOut, int... weeksAgo) {
        for (int weeks : weeksAgo) {
            days.read(driver, day.minusWeeks(weeks), logIn, logOut, null);
        }
    }

    /** How the driver's row stands; null where there is none. */
    private @Nullable RowState state(UUID driver, LocalDate date) {
        return dayCheck.day(date, By.DRIVER).rows().stream()
                .filter(row -> row.id().equals(driver))
                .map(DayRow::state)
                .findFirst()
                .orElse(null);
    }

    private @Nullable CellState cell(UUID driver, LocalDate date) {
        return periodCheck.period(date).state(new DriverDay(driver, date));
    }
}
