package org.sessiondesk.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessiondesk.judge.VanLine.aVan;
import static org.sessiondesk.judge.VanLine.at;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionValues;

/** What looks odd and is honest: nothing is told of it. */
class JudgeOdditiesTest {

    @Test
    void a_plain_line() {
        assertThat(aVan().findings()).isEmpty();
    }

    @Test
    void night_shifts_also_when_the_clocks_change() {
        Instant spring = at("2026-03-03T22:00");
        VanLine van = aVan().all(old -> {
            long day = Duration.between(at("2026-06-01T00:00"), old.logIn()).toDays();
            Instant in = spring.plus(Duration.ofDays(day));
            return new SessionValues(
                    old.driver(),
                    old.vehicle(),
                    old.type(),
                    in,
                    in.plus(Duration.ofHours(8)),
                    old.startMileage(),
                    old.endMileage());
        });
        assertThat(van.findings()).isEmpty();
    }

    @Test
    void two_people_who_use_one_account_day_after_day() {
        VanLine van = aVan();
        VanLine other = new VanLine(2, 140_020);
        for (int day = 1; day < 9; day++) {
            other.driver(day, Objects.requireNonNull(van.values(day).driver()));
        }

        assertThat(van.and(other).findings()).isEmpty();
    }

    @Test
    void a_swap_of_vans_at_noon() {
        VanLine van = aVan();
        VanLine other = new VanLine(2, 140_020);
        Instant noon = at("2026-06-05T12:00");
        UUID driver = Objects.requireNonNull(van.values(4).driver());
        van.out(4, noon);
        other.driver(4, driver).times(4, noon, other.values(4).logOut());

        assertThat(van.and(other).findings()).isEmpty();
    }

    @Test
    void a_move_in_the_yard_within_and_between_sessions() {
        VanLine van = aVan();
        for (int day = 4; day < 10; day++) {
            Integer start = van.values(day).startMileage();
            Integer end = van.values(day).endMileage();
            assertThat(start).isNotNull();
            assertThat(end).isNotNull();
            van.readings(day, start - (day == 4 ? 0 : 80) + 6, end - 80 + 6);
        }
        assertThat(van.findings()).isEmpty();
    }

    @Test
    void another_odometer_that_a_person_told() {
        VanLine van = aVan().newOdometer(at("2026-06-05T20:00"), 3);
        for (int day = 5; day < 10; day++) {
            Integer start = van.values(day).startMileage();
            Integer end = van.values(day).endMileage();
            assertThat(start).isNotNull();
            assertThat(end).isNotNull();
            van.readings(day, start - 52_590, end - 52_590);
        }
        assertThat(van.findings()).isEmpty();
    }

    @Test
    void another_odometer_that_begins_at_0() {
        VanLine van = aVan().newOdometer(at("2026-06-05T20:00"), 0);
        for (int day = 5; day < 10; day++) {
            Integer start = van.values(day).startMileage();
            Integer end = van.values(day).endMileage();
            assertThat(start).isNotNull();
            assertThat(end).isNotNull();
            van.readings(day, start - 52_596, end - 52_596);
        }
        assertThat(van.findings()).isEmpty();
    }

    @Test
    void an_own_car_without_mileage() {
        assertThat(aVan().all(old -> unread(old, null)).findings()).isEmpty();
        assertThat(aVan().all(old -> unread(old, 0)).findings()).isEmpty();
    }

    @Test
    void own_cars_that_are_all_recorded_as_one_vehicle() {
        VanLine cars = aVan().all(old -> unread(old, null));
        for (int number = 2; number < 5; number++) {
            UUID vehicle = cars.vehicle();
            cars.and(new VanLine(number, 52_118)
                    .all(old -> unread(old, null))
                    .all(old -> new SessionValues(
                            old.driver(), vehicle, old.type(), old.logIn(), old.logOut(), null, null)));
        }
        assertThat(cars.findings()).isEmpty();
    }

    @Test
    void a_van_of_short_rounds_that_goes_far_now_and_then() {
        VanLine van = aVan();
        int reading = 52_118;
        for (int day = 0; day < 10; day++) {
            int distance = day == 3 || day == 9 ? 200 : 20 + day;
            van.readings(day, reading, reading + distance);
            reading += distance;
        }
        assertThat(van.findings()).isEmpty();
    }

    @Test
    void a_dispatcher_whatever_the_readings() {
        VanLine van = aVan().readings(4, 17, 3).type(4, LogInType.DISPATCHER);

        assertThat(van.findings().getOrDefault(van.id(4), List.of())).isEmpty();
    }

    @Test
    void somebody_who_is_logged_in_now() {
        VanLine van = aVan().only(0, 9).out(8, null).end(8, 0);
        van.mark(8, old -> new LineSession(old.id(), old.values(), true, false, false));

        assertThat(van.findings()).isEmpty();
    }

    @Test
    void a_reading_that_nobody_can_tell() {
        VanLine van = aVan().end(4, 99);
        van.mark(4, old -> new LineSession(old.id(), old.values(), false, false, true));

        assertThat(van.findings()).isEmpty();
    }

    private static SessionValues unread(SessionValues old, @Nullable Integer reading) {
        return new SessionValues(old.driver(), old.vehicle(), old.type(), old.logIn(), old.logOut(), reading, reading);
    }
}
