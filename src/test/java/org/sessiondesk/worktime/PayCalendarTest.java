package org.sessiondesk.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayCalendarTest {

    private static final Map<String, PayCalendar> CALENDARS = Map.of(
            "weeks from Monday", new PayCalendar.Weekly(DayOfWeek.MONDAY),
            "weeks from Sunday", new PayCalendar.Weekly(DayOfWeek.SUNDAY),
            "fortnights", new PayCalendar.Fortnightly(LocalDate.parse("2026-05-31")),
            "half months", new PayCalendar.HalfMonthly(),
            "months", new PayCalendar.Monthly());

    @ParameterizedTest
    @CsvSource({
        "weeks from Monday, 2026-06-02, 2026-06-01, 2026-06-07",
        "weeks from Monday, 2026-06-01, 2026-06-01, 2026-06-07",
        "weeks from Monday, 2026-06-07, 2026-06-01, 2026-06-07",
        "weeks from Sunday, 2026-06-06, 2026-05-31, 2026-06-06",
        "weeks from Sunday, 2026-06-07, 2026-06-07, 2026-06-13",
        "weeks from Monday, 2026-01-01, 2025-12-29, 2026-01-04",
        "fortnights, 2026-05-31, 2026-05-31, 2026-06-13",
        "fortnights, 2026-06-13, 2026-05-31, 2026-06-13",
        "fortnights, 2026-06-14, 2026-06-14, 2026-06-27",
        "fortnights, 2026-05-30, 2026-05-17, 2026-05-30",
        "half months, 2026-02-15, 2026-02-01, 2026-02-15",
        "half months, 2026-02-16, 2026-02-16, 2026-02-28",
        "half months, 2028-02-29, 2028-02-16, 2028-02-29",
        "months, 2026-02-10, 2026-02-01, 2026-02-28",
        "months, 2026-12-31, 2026-12-01, 2026-12-31"
    })
    void a_day_is_in_its_period(String calendar, LocalDate day, LocalDate first, LocalDate last) {
        assertThat(Objects.requireNonNull(CALENDARS.get(calendar)).of(day)).isEqualTo(new PayPeriod(first, last));
    }

    @Test
    void periods_follow_each_other_without_a_day_between_or_twice() {
        CALENDARS.forEach((name, calendar) -> {
            var period = calendar.of(LocalDate.parse("2026-01-01"));
            for (int n = 0; n < 60; n++) {
                var next = calendar.next(period);
                assertThat(next.first()).as(name).isEqualTo(period.last().plusDays(1));
                assertThat(calendar.previous(next)).as(name).isEqualTo(period);
                assertThat(period.days()).as(name).allMatch(period::has);
                assertThat(period.days())
                        .as(name)
                        .allMatch(day -> calendar.of(day).has(day));
                assertThat(period.has(next.first())).as(name).isFalse();
                period = next;
            }
        });
    }

    /** A night over the border of two weeks, in which the clocks change. */
    @ParameterizedTest
    @CsvSource({"LOG_IN, 420, 0", "LOG_OUT, 0, 420", "SPLIT, 120, 300"})
    void a_night_over_the_border_is_paid_once(DayRule rule, int before, int after) {
        var night = Site.BERLIN.driver("2026-03-28T22:00", "2026-03-29T06:00", 88L);
        var calendar = new PayCalendar.Weekly(DayOfWeek.SUNDAY);
        var week = calendar.of(LocalDate.parse("2026-03-28"));

        assertThat(minutes(week, rule, night)).isEqualTo(before);
        assertThat(minutes(calendar.next(week), rule, night)).isEqualTo(after);
    }

    private static long minutes(PayPeriod period, DayRule rule, Shift shift) {
        return period.days().stream()
                .map(day -> Site.BERLIN.sheet(day.toString(), rule, shift).totals())
                .reduce(DayTotals.NONE, DayTotals::plus)
                .driver()
                .toMinutes();
    }
}
