package org.sessiondesk.daycheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.testing.CountedStatements;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.worklist.SentState;
import org.sessiondesk.worktime.DayTotals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** A day's board, by sessions that came in through their door and were judged. */
@DatabaseTest
@Import({FindingDesk.class, CountedStatements.class})
class DayCheckDatabaseTest {

    /** Each test has months of its own. */
    private static final AtomicInteger TESTS = new AtomicInteger();

    private static final int MOST_STATEMENTS = 8;

    private final LocalDate day = LocalDate.of(2015, 1, 6).plusWeeks(20L * TESTS.incrementAndGet());

    @Autowired
    private FindingDesk desk;

    @Autowired
    private DayCheck dayCheck;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CountedStatements counted;

    private SomeDays days;

    @BeforeEach
    void supervisor() {
        FindingDesk.signIn(Role.SUPERVISOR);
        days = new SomeDays(jdbc, desk::read);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void problems_come_first_then_who_has_nothing_entered_then_what_is_ready_each_by_name() {
        for (String name : List.of("Ready, Rosa", "Open, Otto", "Ready, Abel")) {
            var driver = days.driver(name);
            days.read(driver, day, "07:00", name.startsWith("Open") ? null : "17:00", 88);
        }
        var absent = days.driver("Absent, Anna");
        for (int week = 1; week <= 4; week++) {
            days.read(absent, day.minusWeeks(week), "07:00", "17:00", 88);
        }
        desk.settle();

        var board = dayCheck.day(day, By.DRIVER);

        assertThat(board.rows())
                .extracting(DayRow::name)
                .containsExactly("Open, Otto", "Absent, Anna", "Ready, Abel", "Ready, Rosa");
        assertThat(board.count(RowState.READY)).isEqualTo(2);
        assertThat(board.count(RowState.HAS_PROBLEMS)).isEqualTo(1);
        assertThat(board.count(RowState.NOTHING_ENTERED)).isEqualTo(1);
        assertThat(board.expected()).isEqualTo(4);
        assertThat(board.totals().driver()).isEqualTo(Duration.ofHours(20));
        assertThat(board.totals().distance()).isEqualTo(176);
        assertThat(board.totals().open()).isEqualTo(1);
        assertThat(board.rows().get(1).totals()).isEqualTo(DayTotals.NONE);
        var open = board.rows().getFirst();
        assertThat(open.errors()).isEqualTo(1);
        assertThat(open.bars().getFirst().worst()).isEqualTo(Rule.LOG_OUT_MISSING);
        assertThat(open.bars().getFirst().severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void who_worked_on_fewer_than_half_of_these_weekdays_or_on_others_is_not_missed() {
        var rarely = days.driver("Rarely, Rita");
        for (int week = 1; week <= 3; week++) {
            days.read(rarely, day.minusWeeks(week), "07:00", "11:00", 20);
            days.read(rarely, day.minusWeeks(week), "12:00", "17:00", 20);
        }
        var wednesdays = days.driver("Wednesday, Will");
        var longAgo = days.driver("Former, Finn");
        for (int week = 1; week <= 8; week++) {
            days.read(wednesdays, day.minusWeeks(week).plusDays(1), "07:00", "17:00", 88);
            days.read(longAgo, day.minusWeeks(week + 8L), "07:00", "17:00", 88);
        }
        desk.settle();

        assertThat(dayCheck.day(day, By.DRIVER).rows()).isEmpty();
        assertThat(dayCheck.day(day.plusDays(1), By.DRIVER).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.state()).isEqualTo(RowState.NOTHING_ENTERED));
    }

    @Test
    void nobody_is_missed_on_a_day_that_has_not_begun() {
        var driver = days.driver("Tomorrow, Tom");
        var tomorrow = SomeDays.today().plusDays(1);
        for (int week = 1; week <= 6; week++) {
            days.read(driver, tomorrow.minusWeeks(week), "07:00", "17:00", 88);
        }
        desk.settle();

        assertThat(dayCheck.day(tomorrow, By.DRIVER).rows()).isEmpty();
        assertThat(dayCheck.day(tomorrow.minusWeeks(1), By.DRIVER).rows()).hasSize(1);
    }

    @Test
    void a_night_is_on_both_days_and_counts_on_that_of_its_log_in() {
        var driver = days.driver("Night, Nora");
        var session = days.read(driver, day, "22:00", "06:00", 88);
        desk.settle();

        var first = dayCheck.day(day, By.DRIVER);
        var second = dayCheck.day(day.plusDays(1), By.DRIVER);

        assertThat(first.totals().driver()).isEqualTo(Duration.ofHours(8));
        assertThat(first.rows().getFirst().bars().getFirst().bar().toAfter()).isTrue();
        assertThat(second.totals()).isEqualTo(DayTotals.NONE);
        assertThat(second.expected()).isZero();
        assertThat(second.rows()).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(RowState.COUNTS_ELSEWHERE);
            assertThat(row.bars().getFirst().session().id()).isEqualTo(session);
            assertThat(row.bars().getFirst().bar().fromBefore()).isTrue();
        });
    }

    @Test
    void clock_change_days_are_23_and_25_hours_long_and_time_is_what_passed() {
        var spring = LocalDate.of(2016, 3, 13);
        var autumn = LocalDate.of(2016, 11, 6);
        days.read(days.driver("Spring, Sue"), spring, "00:00", "08:00", 88);
        days.read(days.driver("Autumn, Al"), autumn, "00:00", "08:00", 88);
        desk.settle();

        var short23 = dayCheck.day(spring, By.DRIVER);
        assertThat(short23.day().length()).hasHours(23);
        assertThat(short23.totals().driver()).hasHours(7);
        var long25 = dayCheck.day(autumn, By.DRIVER);
        assertThat(long25.day().length()).hasHours(25);
        assertThat(long25.totals().driver()).hasHours(9);
    }

    @Test
    void overlapping_sessions_of_one_person_count_once_also_with_one_that_begins_the_next_day() {
        var driver = days.driver("Twice, Tara");
        days.read(driver, day, "07:00", "12:00", null);
        days.read(driver, day, "11:00", "14:00", null);
        var dispatching = days.read(driver, day, "20:00", "04:00", null);
        jdbc.sql("update driver_session set type = 'DISPATCHER' where id = ?")
                .param(dispatching)
                .update();
        days.read(driver, day.plusDays(1), "02:00", "06:00", null);
        desk.settle();

        var row = dayCheck.day(day, By.DRIVER).rows().getFirst();

        assertThat(row.overlaps()).hasSize(1);
        assertThat(row.gaps()).hasSize(1);
        assertThat(row.totals().driver()).isEqualTo(Duration.ofHours(7));
        assertThat(row.totals().dispatcher()).isEqualTo(Duration.ofHours(6));
        assertThat(row.totals().distance()).isNull();
    }

    @Test
    void a_distance_beyond_belief_is_in_no_total_and_the_row_says_so() {
        var driver = days.driver("Slip, Sam");
        days.read(driver, day, "07:00", "17:00", 30_088);
        days.read(days.driver("Own, Car"), day, "07:00", "17:00", null);
        desk.settle();

        var board = dayCheck.day(day, By.DRIVER);

        assertThat(board.totals().distance()).isNull();
        assertThat(row(board, "Slip, Sam").leavesOutADistance()).isTrue();
        assertThat(row(board, "Own, Car").leavesOutADistance()).isFalse();
        assertThat(row(board, "Own, Car").state()).isEqualTo(RowState.READY);
    }

    @Test
    void what_a_person_has_to_decide_stands_against_a_row_and_what_is_on_its_way_does_not() {
        var rejected = days.read(days.driver("Rejected, Ron"), day, "07:00", "17:00", 88);
        var waiting = days.read(days.driver("Waiting, Wanda"), day, "07:00", "17:00", 88);
        desk.settle();
        days.delivery(rejected, "REJECTED");
        days.delivery(waiting, "WAITING");

        var board = dayCheck.day(day, By.DRIVER);

        assertThat(row(board, "Rejected, Ron").sent()).isEqualTo(SentState.REJECTED);
        assertThat(row(board, "Rejected, Ron").state()).isEqualTo(RowState.HAS_PROBLEMS);
        assertThat(row(board, "Waiting, Wanda").sent()).isEqualTo(SentState.WAITING);
        assertThat(row(board, "Waiting, Wanda").state()).isEqualTo(RowState.READY);
    }

    @Test
    void the_same_day_by_vehicle_has_a_row_for_each_and_counts_what_has_none() {
        var van = UUID.randomUUID();
        var driver = days.driver("Two, Vans");
        days.read(driver, day, "07:00", "11:00", 40, van);
        days.read(days.driver("Next, Driver"), day, "12:00", "17:00", 40, van, 1_040);
        days.read(driver, day, "12:00", "17:00", null, null);
        desk.settle();

        var board = dayCheck.day(day, By.VEHICLE);

        assertThat(board.rows()).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(van);
            assertThat(row.bars())
                    .extracting(bar -> bar.session().driver())
                    .containsExactly("Two, Vans", "Next, Driver");
            assertThat(row.totals().driver()).isEqualTo(Duration.ofHours(9));
        });
        assertThat(board.withoutVehicle()).isEqualTo(1);
    }

    @Test
    void a_forgotten_log_out_does_not_reach_into_the_next_day_past_a_later_log_in() {
        var driver = days.driver("Forgot, Fred");
        days.read(driver, day, "16:00", null, null);
        days.read(driver, day, "18:00", "22:00", null);
        desk.settle();

        assertThat(dayCheck.day(day, By.DRIVER).rows().getFirst().bars()).hasSize(2);
        assertThat(dayCheck.day(day.plusDays(1), By.DRIVER).rows()).isEmpty();
    }

    @Test
    void it_takes_as_many_statements_for_forty_drivers_as_for_one() {
        days.read(days.driver("First, Fay"), day, "07:00", "17:00", 88);
        var ofOne = counted.during(() -> dayCheck.day(day, By.DRIVER));
        for (int n = 0; n < 40; n++) {
            var driver = days.driver("More, " + n);
            days.read(driver, day, "07:00", "11:00", null);
            days.read(driver, day, "12:00", "18:00", null);
        }

        var ofMany = counted.during(() -> dayCheck.day(day, By.DRIVER));

        assertThat(dayCheck.day(day, By.DRIVER).rows()).hasSize(41);
        assertThat(ofOne).hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
        assertThat(ofMany).hasSameSizeAs(ofOne);
        assertThat(counted.during(() -> dayCheck.day(day, By.VEHICLE))).hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
    }

    @Test
    void everybody_who_works_here_may_look_and_nobody_else() {
        for (var role : Role.values()) {
            FindingDesk.signIn(role);
            assertThat(dayCheck.day(day, By.DRIVER).rows()).isEmpty();
        }
        SecurityContextHolder.getContext()
                .setAuthentication(new org.springframework.security.authentication.AnonymousAuthenticationToken(
                        "key", "nobody", List.of(() -> "ROLE_ANONYMOUS")));

        assertThatThrownBy(() -> dayCheck.day(day, By.DRIVER)).isInstanceOf(AccessDeniedException.class);
    }

    private static DayRow row(DayBoard board, String name) {
        return board.rows().stream()
                .filter(row -> name.equals(row.name()))
                .findFirst()
                .orElseThrow();
    }
}
