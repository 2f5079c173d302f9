package org.sessiondesk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SiteTimesTest {

    private static final Instant NOW = Instant.parse("2026-06-03T16:00:00Z");

    private final SiteTimes times = new SiteTimes(ZoneId.of("America/Los_Angeles"), () -> NOW);

    @Test
    void a_moment_is_said_in_the_sites_zone_as_long_as_needed() {
        Instant at = Instant.parse("2026-06-02T13:58:04Z");
        assertThat(times.clock(at)).isEqualTo("06:58");
        assertThat(times.seconds(at)).isEqualTo("06:58:04");
        assertThat(times.weekday(at)).isEqualTo("Tue 06:58");
        assertThat(times.dated(at)).isEqualTo("Tue 2 Jun 06:58");
        assertThat(times.editor(at)).isEqualTo("2026-06-02 06:58");
        assertThat(times.zoneName()).isEqualTo("Pacific Time");
    }

    @Test
    void near_days_are_named_by_the_weekday_and_other_years_in_full() {
        assertThat(times.near(Instant.parse("2026-06-03T13:58:00Z"))).isEqualTo("06:58");
        assertThat(times.near(Instant.parse("2026-06-02T13:58:00Z"))).isEqualTo("Tue 06:58");
        assertThat(times.near(Instant.parse("2026-05-20T13:58:00Z"))).isEqualTo("Wed 20 May 06:58");
        assertThat(times.near(Instant.parse("2025-05-20T13:58:00Z"))).isEqualTo("Tue 20 May 2025 06:58");
    }

    @Test
    void the_two_half_past_ones_of_a_clock_change_are_told_apart() {
        assertThat(times.clock(Instant.parse("2026-11-01T08:30:00Z"))).isEqualTo("01:30 PDT");
        assertThat(times.clock(Instant.parse("2026-11-01T09:30:00Z"))).isEqualTo("01:30 PST");
        assertThat(times.clock(Instant.parse("2026-11-01T10:30:00Z"))).isEqualTo("02:30");
        assertThat(times.editor(Instant.parse("2026-11-01T09:30:00Z"))).isEqualTo("2026-11-01 01:30 PST");
    }

    @Test
    void the_hour_that_spring_leaves_out_has_no_moment_to_show() {
        assertThat(times.clock(Instant.parse("2026-03-08T09:59:00Z"))).isEqualTo("01:59");
        assertThat(times.clock(Instant.parse("2026-03-08T10:00:00Z"))).isEqualTo("03:00");
    }
}
