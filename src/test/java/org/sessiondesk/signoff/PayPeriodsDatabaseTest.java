package org.sessiondesk.signoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** When a pay period can be closed, what that locks, and how it is opened again. */
@DatabaseTest
@Import({FindingDesk.class, SignOffDesk.class})
class PayPeriodsDatabaseTest {

    /** Each test has months of its own. */
    private static final AtomicInteger TESTS = new AtomicInteger();

    private final LocalDate monday = LocalDate.of(2009, 1, 5).plusWeeks(8L * TESTS.incrementAndGet());
    private final PayPeriod week = new PayPeriod(monday, monday.plusDays(6));
    private final UUID driver = UUID.randomUUID();

    @Autowired
    private FindingDesk desk;

    @Autowired
    private SignOffDesk days;

    @Autowired
    private SignOffs signOffs;

    @Autowired
    private PayPeriods periods;

    @Autowired
    private SettledDays settled;

    @BeforeEach
    void payroll() {
        FindingDesk.signIn(Role.PAYROLL);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void it_closes_once_each_day_with_something_on_it_is_signed() {
        var tuesday = days.read(SignOffDesk.shift(driver, monday.plusDays(1), "07:00", "17:00"));
        var night = days.read(SignOffDesk.shift(driver, monday.plusDays(6), "22:00", "06:00"));
        days.read(SignOffDesk.shift(driver, monday.plusDays(7), "22:00", "23:00"));
        assertThat(settled.toSign(week)).hasSize(2);

        assertThat(periods.close(week))
                .isEqualTo(new CloseOutcome.Unsigned(
                        List.of(new DriverDay(driver, monday.plusDays(1)), new DriverDay(driver, monday.plusDays(6)))));
        days.sign(driver, monday.plusDays(1), tuesday);
        days.sign(driver, monday.plusDays(6), night);
        assertThat(periods.close(week)).isInstanceOf(CloseOutcome.Closed.class);
        assertThat(periods.close(week)).isEqualTo(new CloseOutcome.ClosedAlready());

        assertThat(settled.closed(new PayPeriod(monday.plusDays(3), monday.plusDays(3))))
                .singleElement()
                .extracting(ClosedPeriod::days)
                .isEqualTo(week);
        assertThat(settled.closed(new PayPeriod(monday.plusDays(7), monday.plusDays(7))))
                .isEmpty();
    }

    @Test
    void within_a_closed_period_nothing_is_signed_reopened_or_said() {
        var session = days.read(SignOffDesk.shift(driver, monday, "07:00", "17:00"));
        days.sign(driver, monday, session);
        var closed = ((CloseOutcome.Closed) periods.close(week)).added().getFirst();
        FindingDesk.signIn(Role.ADMINISTRATOR);
        var signedDay = new DriverDay(driver, monday);

        assertThat(signOffs.reopen(signedDay, "why")).isEqualTo(new ReopenOutcome.Closed(closed));
        assertThat(signOffs.didNotWork(new DriverDay(driver, monday.plusDays(1))))
                .isEqualTo(new ReopenOutcome.Closed(closed));

        assertThat(periods.reopen(closed.id(), "a claim")).isEqualTo(new ReopenOutcome.Done());
        assertThat(periods.reopen(closed.id(), "a claim")).isEqualTo(new ReopenOutcome.NothingThere());
        assertThat(settled.signed(week)).containsKey(signedDay);
        assertThat(signOffs.reopen(signedDay, "why")).isEqualTo(new ReopenOutcome.Done());
    }

    @Test
    void days_that_another_calendar_closed_before_stay_so_and_the_rest_is_closed_around_them() {
        var wednesday = new PayPeriod(monday.plusDays(2), monday.plusDays(2));
        periods.close(wednesday);

        assertThat(periods.close(week))
                .isInstanceOfSatisfying(
                        CloseOutcome.Closed.class,
                        closed -> assertThat(closed.added())
                                .extracting(ClosedPeriod::days)
                                .containsExactly(
                                        new PayPeriod(monday, monday.plusDays(1)),
                                        new PayPeriod(monday.plusDays(3), monday.plusDays(6))));
        assertThat(settled.closed(week)).hasSize(3);
    }

    @Test
    void one_that_is_not_over_stays_open() {
        var today = LocalDate.ofInstant(desk.now(), SignOffDesk.ZONE);

        assertThat(periods.close(new PayPeriod(today.plusDays(300), today.plusDays(301))))
                .isEqualTo(new CloseOutcome.NotOver());
        assertThat(periods.close(new PayPeriod(today.minusDays(6), today)))
                .as("on its last day somebody may still log in")
                .isEqualTo(new CloseOutcome.NotOver());
    }

    @Test
    void a_supervisor_closes_none_and_opens_none() {
        FindingDesk.signIn(Role.SUPERVISOR);
        assertThatThrownBy(() -> periods.close(week)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> periods.reopen(UUID.randomUUID(), "why")).isInstanceOf(AccessDeniedException.class);
        FindingDesk.signIn(Role.AUDITOR);
        assertThatThrownBy(() -> periods.close(week)).isInstanceOf(AccessDeniedException.class);
    }
}
