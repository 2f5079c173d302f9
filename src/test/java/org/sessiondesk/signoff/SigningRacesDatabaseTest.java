package org.sessiondesk.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;

/** Two at the same day at once, by threads of their own. */
@DatabaseTest
@Import({FindingDesk.class, SignOffDesk.class})
class SigningRacesDatabaseTest {

    private static final int DRIVERS = 6;
    private static final int SECONDS = 30;
    private static final AtomicInteger TESTS = new AtomicInteger();

    private final LocalDate day = LocalDate.of(2006, 1, 3).plusWeeks(4L * TESTS.incrementAndGet());

    @Autowired
    private FindingDesk desk;

    @Autowired
    private SignOffDesk days;

    @Autowired
    private SignOffs signOffs;

    @Autowired
    private SettledDays settled;

    @BeforeEach
    void supervisor() {
        FindingDesk.signIn(Role.SUPERVISOR);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @RepeatedTest(3)
    void of_two_who_sign_the_same_days_in_opposite_order_each_day_is_one_s() throws Exception {
        var wanted = new ArrayList<DayToSign>();
        for (int n = 0; n < DRIVERS; n++) {
            var driver = UUID.randomUUID();
            wanted.add(days.seen(driver, day, days.read(SignOffDesk.shift(driver, day, "07:00", "17:00"))));
        }

        var outcomes = together(() -> signOffs.sign(wanted), () -> signOffs.sign(wanted.reversed()));

        var all = outcomes.stream().flatMap(List::stream).toList();
        assertThat(all).filteredOn(SignOutcome.Signed.class::isInstance).hasSize(DRIVERS);
        assertThat(all).filteredOn(SignOutcome.SignedAlready.class::isInstance).hasSize(DRIVERS);
        assertThat(settled.signed(new PayPeriod(day, day))).hasSize(DRIVERS);
    }

    /** Whoever comes first: what is signed is what is there. */
    @RepeatedTest(8)
    void a_correction_and_a_reading_race_with_a_signing_and_nothing_slips_in() throws Exception {
        var driver = UUID.randomUUID();
        var ontimeId = UUID.randomUUID();
        var read = desk.read(ontimeId, SignOffDesk.shift(driver, day, "07:00", "11:00"));
        var corrected = days.read(SignOffDesk.shift(driver, day, "12:00", "17:00"));
        var wanted = days.seen(driver, day, read, corrected);
        boolean byReading = TESTS.get() % 2 == 0;

        var outcomes = together(() -> signOffs.sign(List.of(wanted)).getFirst(), () -> {
            if (byReading) {
                desk.read(ontimeId, SignOffDesk.shift(driver, day, "07:00", "10:00"));
                return desk.read(UUID.randomUUID(), SignOffDesk.shift(driver, day, "18:00", "19:00"));
            }
            return desk.correct(corrected, SignOffDesk.shift(driver, day, "12:00", "16:00"), SessionField.LOG_OUT);
        });

        var signOff = settled.signed(new PayPeriod(day, day)).get(new DriverDay(driver, day));
        assertThat(outcomes.getFirst() instanceof SignOutcome.Signed).isEqualTo(signOff != null);
        if (signOff != null) {
            assertThat(desk.session(read).version()).isEqualTo(wanted.seen().get(read));
            assertThat(desk.session(corrected).version())
                    .isEqualTo(wanted.seen().get(corrected));
            assertThat(settled.changedSince(signOff)).allMatch(change -> change.before() == null);
        } else {
            assertThat(outcomes.getFirst()).isInstanceOfAny(SignOutcome.Stale.class, SignOutcome.Refused.class);
        }
    }

    /** The hours that both days would have are in one of them only, whoever comes first. */
    @RepeatedTest(6)
    void a_correction_into_the_day_beside_races_with_its_signing_and_no_hour_is_paid_twice() throws Exception {
        var driver = UUID.randomUUID();
        var tuesday = day.plusDays(1);
        var forgotten = days.read(SignOffDesk.shift(driver, day, "20:00", null));
        var wanted = days.seen(driver, tuesday, days.read(SignOffDesk.shift(driver, tuesday, "06:00", "14:00")));

        var outcomes = together(
                () -> signOffs.sign(List.of(wanted)).getFirst(),
                () -> desk.correct(forgotten, SignOffDesk.shift(driver, day, "20:00", "08:00"), SessionField.LOG_OUT));

        boolean corrected = desk.session(forgotten).values().logOut() != null;
        if (outcomes.getFirst() instanceof SignOutcome.Signed(var signOff)) {
            assertThat(signOff.totals().driver()).isEqualTo(Duration.ofHours(corrected ? 6 : 8));
        } else {
            assertThat(corrected).isTrue();
        }
    }

    @Test
    void two_who_close_the_same_period_close_it_once(@Autowired PayPeriods periods) throws Exception {
        FindingDesk.signIn(Role.PAYROLL);
        var week = new PayPeriod(day, day.plusDays(6));

        var outcomes = together(() -> periods.close(week), () -> periods.close(week));

        assertThat(outcomes).filteredOn(CloseOutcome.Closed.class::isInstance).hasSize(1);
        assertThat(settled.closed(week)).hasSize(1);
    }

    /** Both begin at the same moment, as whoever is signed in here. */
    private static <T> List<T> together(Callable<? extends T> one, Callable<? extends T> other)
            throws InterruptedException, ExecutionException, TimeoutException {
        var context = SecurityContextHolder.getContext();
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var running = Stream.of(one, other)
                    .map(work -> threads.submit(() -> {
                        SecurityContextHolder.setContext(context);
                        start.await(SECONDS, TimeUnit.SECONDS);
                        return (T) work.call();
                    }))
                    .toList();
            var results = new ArrayList<T>();
            for (var each : running) {
                results.add(each.get(SECONDS, TimeUnit.SECONDS));
            }
            return results;
        }
    }
}
