package org.sessiondesk.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkDayTest {

    @ParameterizedTest
    @CsvSource({
        "America/Los_Angeles, 2026-06-02, 24",
        "America/Los_Angeles, 2026-03-08, 23",
        "America/Los_Angeles, 2026-11-01, 25",
        "Europe/Berlin, 2026-06-02, 24",
        "Europe/Berlin, 2026-03-29, 23",
        "Europe/Berlin, 2026-10-25, 25"
    })
    void a_day_is_as_long_as_it_is_at_the_site(String zone, String date, int hours) {
        var day = new WorkDay(LocalDate.parse(date), ZoneId.of(zone));

        assertThat(day.length()).hasHours(hours);
        assertThat(day.hours()).hasSize(hours);
        assertThat(day.end()).isEqualTo(new WorkDay(day.date().plusDays(1), day.zone()).start());
    }

    @ParameterizedTest
    @CsvSource({
        "America/Los_Angeles, 2026-03-08, 0 1 3 4",
        "America/Los_Angeles, 2026-11-01, 0 1 1 2",
        "Europe/Berlin, 2026-03-29, 0 1 3 4",
        "Europe/Berlin, 2026-10-25, 0 1 2 2"
    })
    void its_hours_leave_out_the_missing_one_and_say_the_repeated_one_twice(String zone, String date, String first) {
        var day = new WorkDay(LocalDate.parse(date), ZoneId.of(zone));

        assertThat(day.hours().stream()
                        .limit(4)
                        .map(hour -> String.valueOf(hour.atZone(day.zone()).getHour()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(first);
    }

    @Test
    void a_moment_stands_where_it_is_between_both_midnights() {
        var long25 = Site.BERLIN.day("2026-10-25");

        assertThat(long25.position(long25.start())).isZero();
        assertThat(long25.position(Site.BERLIN.at("2026-10-25T12:00"))).isEqualTo(13 / 25.0, within(1e-9));
        assertThat(long25.position(long25.end())).isEqualTo(1);
        assertThat(long25.position(Site.BERLIN.at("2026-10-24T12:00"))).isZero();
        assertThat(long25.position(Site.BERLIN.at("2026-10-26T12:00"))).isEqualTo(1);
    }
}
