package org.sessiondesk.payperiod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sessiondesk.account.Role;
import org.sessiondesk.daycheck.SomeDays;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.payroll.PayRules;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.signoff.DayToSign;
import org.sessiondesk.signoff.DriverDay;
import org.sessiondesk.signoff.PayPeriods;
import org.sessiondesk.signoff.SignOffs;
import org.sessiondesk.signoff.SignOutcome;
import org.sessiondesk.testing.CountedStatements;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.worktime.DayRule;
import org.sessiondesk.worktime.HourRounding;
import org.sessiondesk.worktime.PayCalendar;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** A period's board, by sessions that came in through their door and were judged. */
@DatabaseTest
@Import({FindingDesk.class, CountedStatements.class})
class PeriodCheckDatabaseTest {

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    /** Each test has months of its own. */
    private static final AtomicInteger TESTS = new AtomicInteger();

    private static final int MOST_STATEMENTS = 7;

    /** A Monday. */
    private final LocalDate monday = LocalDate.of(2004, 1, 5).plusWeeks(20L * TESTS.incrementAndGet());

    @Autowired
    private FindingDesk desk;

    @Autowired
    private PeriodCheck check;

    @Autowired
    private PayRules payRules;

    @Autowired
    private SignOffs signOffs;

    @Autowired
    private PayPeriods periods;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CountedStatements counted;

    @BeforeEach
    void supervisor() {
        FindingDesk.signIn(Role.ADMINISTRATOR);
    }

    @AfterEach
    void usual() {
        FindingDesk.signIn(Role.ADMINISTRATOR);
        jdbc.sql("delete from day_rule").update();
        payRules.pay(payRules.now(), new PayCalendar.Weekly(DayOfWeek.MONDAY), HourRounding.MINUTE);
        SecurityContextHolder.clearContext();
    }

    @Test
    void each_driver_has_a_row_by_name_and_each_day_a_cell_that_says_how_it_stands() {
        var rosa = driver("Ready, Rosa");
        var session = read(rosa, monday, "07:00", "15:42", 88);
        read(rosa, monday.plusDays(1), "07:00", null, null);
        var absent = driver("Absent, Anna");
        for (int week = 1; week <= 4; week++) {
            read(absent, monday.minusWeeks(week), "07:00", "17:00", 88);
            read(absent, monday.minusWeeks(week).plusDays(2), "07:00", "17:00", 88);
        }
        desk.settle();
        assertThat(signOffs.sign(
                        List.of(new DayToSign(new DriverDay(rosa, monday), Map.of(session, version(session)), "seen"))))
                .allMatch(SignOutcome.Signed.class::isInstance);
        signOffs.didNotWork(new DriverDay(absent, monday));

        var board = check.period(monday.plusDays(3));

        assertThat(board.period()).isEqualTo(new PayPeriod(monday, monday.plusDays(6)));
        assertThat(board.rows()).extracting(PeriodRow::name).containsExactly("Absent, Anna", "Ready, Rosa");
        assertThat(states(board, 0))
                .containsExactly(
                        CellState.OFF,
                        CellState.NOTHING,
                        CellState.NOTHING_ENTERED,
                        CellState.NOTHING,
                        CellState.NOTHING,
                        CellState.NOTHING,
                        CellState.NOTHING);
        assertThat(states(board, 1)).startsWith(CellState.SIGNED, CellState.HAS_PROBLEMS, CellState.NOTHING);
        assertThat(board.rows().get(1).cells().get(1).against()).isEqualTo(1);
        assertThat(board.count(CellState.SIGNED)).isEqualTo(1);
        assertThat(board.leftWithNothing()).containsExactly(new DriverDay(absent, monday.plusDays(2)));
        assertThat(board.sum().driver().inMinutes()).isEqualTo(8 * 60 + 42);
        assertThat(board.sum().totals().distance()).isEqualTo(88);
        assertThat(board.sum().totals().open()).isEqualTo(1);
        assertThat(board.isClosed()).isFalse();
    }

    @Test
    void a_row_is_the_sum_of_its_days_as_they_are_paid_and_the_foot_that_of_rows_and_days() {
        payRules.pay(payRules.now(), payRules.now().calendar(), HourRounding.QUARTER_OF_AN_HOUR);
        var one = driver("One, Olga");
        var other = driver("Other, Omar");
        for (int day = 0; day < 5; day++) {
            read(one, monday.plusDays(day), "07:00", "14:50", 10);
            read(other, monday.plusDays(day), "08:00", "15:07", null);
        }
        desk.settle();

        var board = check.period(monday);

        assertThat(board.rows().getFirst().sum().driver().decimal()).isEqualTo("38.75");
        assertThat(board.rows().get(1).sum().driver().decimal()).isEqualTo("35.00");
        assertThat(board.rows().get(1).sum().totals().distance()).isNull();
        assertThat(board.rows().get(1).sum().totals().withoutDistance()).isEqualTo(5);
        assertThat(board.sum().driver().decimal()).isEqualTo("73.75");
        assertThat(board.days())
                .extracting(day -> day.driver().inMinutes())
                .containsExactly(885L, 885L, 885L, 885L, 885L, 0L, 0L);
        assertThat(board.sum().totals().distance()).isEqualTo(50);
    }

    /** From Sunday to Monday, over the border of two weeks, where one session lies over the night's end, too. */
    @ParameterizedTest
    @CsvSource({"LOG_IN, 480, 60", "LOG_OUT, 0, 540", "SPLIT, 120, 420"})
    void a_night_over_the_border_counts_in_one_of_both_or_is_split_and_never_twice(
            DayRule rule, long before, long after) {
        jdbc.sql("insert into day_rule (valid_from, rule, set_by, set_at) values (?, ?, ?, now())")
                .params(monday.minusYears(1), rule.name(), UUID.randomUUID())
                .update();
        var nora = driver("Night, Nora");
        read(nora, monday.minusDays(1), "22:00", "06:00", 88);
        read(nora, monday, "05:00", "07:00", 12);
        desk.settle();

        assertThat(check.period(monday.minusDays(1)).sum().driver().inMinutes()).isEqualTo(before);
        assertThat(check.period(monday).sum().driver().inMinutes()).isEqualTo(after);
    }

    @Test
    void a_period_that_is_closed_says_so_and_one_that_is_partly_closed_does_not() {
        var driver = driver("Closed, Clara");
        var session = read(driver, monday, "07:00", "15:00", 88);
        desk.settle();
        signOffs.sign(List.of(new DayToSign(new DriverDay(driver, monday), Map.of(session, version(session)), "seen")));
        var week = payRules.period(monday);
        periods.close(week);

        assertThat(check.period(monday).isClosed()).isTrue();
        payRules.pay(payRules.now(), new PayCalendar.Monthly(), HourRounding.MINUTE);
        assertThat(check.period(monday).isClosed()).isFalse();
        assertThat(check.period(monday).closed())
                .singleElement()
                .satisfies(closed -> assertThat(closed.days()).isEqualTo(week));
    }

    @Test
    void sessions_without_a_driver_have_one_row_that_nobody_can_sign_and_take_no_time_from_each_other() {
        read(null, monday, "07:00", "09:00", 10);
        read(null, monday, "08:00", "10:00", 10);
        desk.settle();

        var board = check.period(monday);

        assertThat(board.rows()).singleElement().satisfies(row -> {
            assertThat(row.driver()).isNull();
            assertThat(row.sum().driver().inMinutes()).isEqualTo(240);
            assertThat(row.cells().getFirst().state()).isEqualTo(CellState.HAS_PROBLEMS);
        });
        assertThat(board.count(CellState.HAS_PROBLEMS)).isZero();
        assertThat(board.withoutDriver()).isEqualTo(2);
        assertThat(board.leftWithoutDriver()).containsExactly(Map.entry(monday, 2));

        periods.close(payRules.period(monday));
        assertThat(check.period(monday).withoutDriver()).isEqualTo(2);
        assertThat(check.period(monday).leftWithoutDriver()).isEmpty();
    }

    @Test
    void it_takes_as_many_statements_for_forty_drivers_as_for_one() {
        read(driver("First, Fay"), monday, "07:00", "17:00", 88);
        var ofOne = counted.during(() -> check.period(monday));
        for (int n = 0; n < 40; n++) {
            var driver = driver("More, " + n);
            read(driver, monday, "07:00", "11:00", null);
            read(driver, monday.plusDays(6), "12:00", "18:00", null);
        }

        var ofMany = counted.during(() -> check.period(monday));

        assertThat(check.period(monday).rows()).hasSize(41);
        assertThat(ofOne).hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
        assertThat(ofMany).hasSameSizeAs(ofOne);
    }

    @Test
    void the_period_of_yesterday_says_how_many_of_its_days_are_settled() {
        var today = SomeDays.today();
        // Two days long at least, wherever today stands in it.
        payRules.pay(payRules.now(), new PayCalendar.Fortnightly(today.minusDays(3)), HourRounding.MINUTE);
        var driver = driver("Now, Nell");
        var first = read(driver, today.minusDays(3), "07:00", "15:00", 88);
        read(driver, today.minusDays(2), "07:00", "15:00", 88);
        desk.settle();
        signOffs.sign(List.of(
                new DayToSign(new DriverDay(driver, today.minusDays(3)), Map.of(first, version(first)), "seen")));

        assertThat(check.progress())
                .isEqualTo(new PeriodProgress(new PayPeriod(today.minusDays(3), today.plusDays(10)), 1, 2, false));
    }

    @Test
    void everybody_who_works_here_may_look_and_nobody_else() {
        for (var role : Role.values()) {
            FindingDesk.signIn(role);
            assertThat(check.period(monday).rows()).isEmpty();
        }
        SecurityContextHolder.getContext()
                .setAuthentication(new org.springframework.security.authentication.AnonymousAuthenticationToken(
                        "key", "nobody", List.of(() -> "ROLE_ANONYMOUS")));

        assertThatThrownBy(() -> check.period(monday)).isInstanceOf(AccessDeniedException.class);
    }

    private static List<CellState> states(PeriodBoard board, int row) {
        return board.rows().get(row).cells().stream().map(PeriodCell::state).toList();
    }

    private long version(UUID session) {
        return desk.session(session).version();
    }

    private UUID driver(String name) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into driver (ontime_id, name, sort_name, is_driver, record, read_at)
                        values (?, ?, ?, true, '{}', now())
                        """).params(id, name, name.toLowerCase(java.util.Locale.ROOT)).update();
        return id;
    }

    private UUID read(
            @Nullable UUID driver, LocalDate date, String logIn, @Nullable String logOut, @Nullable Integer distance) {
        var from = at(date, logIn);
        var to = logOut == null ? null : at(date, logOut);
        if (to != null && to.isBefore(from)) {
            to = to.plus(Duration.ofDays(1));
        }
        return desk.read(
                UUID.randomUUID(),
                new SessionValues(
                        driver,
                        UUID.randomUUID(),
                        LogInType.DRIVER,
                        from,
                        to,
                        distance == null ? null : 1_000,
                        distance == null || to == null ? null : 1_000 + distance));
    }

    private static Instant at(LocalDate date, String clock) {
        return date.atTime(LocalTime.parse(clock)).atZone(ZONE).toInstant();
    }
}
