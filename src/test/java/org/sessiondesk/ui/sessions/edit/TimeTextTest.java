package org.sessiondesk.ui.sessions.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sessiondesk.ui.sessions.edit.TimeText.Reading;
import org.sessiondesk.ui.sessions.edit.TimeText.Reading.Read;

class TimeTextTest {

    private static final TimeText LOS_ANGELES = new TimeText(ZoneId.of("America/Los_Angeles"));
    private static final Instant MORNING = Instant.parse("2026-06-02T13:58:20.5Z");

    @Test
    void a_time_is_shown_in_the_sites_zone_without_seconds() {
        assertThat(LOS_ANGELES.text(MORNING)).isEqualTo("2026-06-02 06:58");
    }

    @Test
    void no_time_is_an_empty_text_and_back() {
        assertThat(LOS_ANGELES.text(null)).isEmpty();
        assertThat(LOS_ANGELES.read("  ", MORNING)).isEqualTo(new Reading.Empty());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-02 17:05, 2026-06-03T00:05:00Z",
        "2026-06-02T17:05, 2026-06-03T00:05:00Z",
        "2026-6-2 17:05:09, 2026-06-03T00:05:09Z",
        "17:05, 2026-06-03T00:05:00Z",
        "1705, 2026-06-03T00:05:00Z",
        "17.05, 2026-06-03T00:05:00Z",
        "5:05 pm, 2026-06-03T00:05:00Z",
        "5pm, 2026-06-03T00:00:00Z",
        "12 am, 2026-06-03T07:00:00Z",
        "705, 2026-06-02T14:05:00Z",
        "2026-06-02 17:05 PDT, 2026-06-03T00:05:00Z",
    })
    void these_ways_to_type_a_time_are_read(String typed, Instant meant) {
        assertThat(LOS_ANGELES.read(typed, MORNING)).isEqualTo(new Read(meant));
    }

    @ParameterizedTest
    @CsvSource({"x", "17", "24:00", "17:60", "2026-02-30 10:00", "2026-06-02", "13pm", "2026-06-02 17:05 PST", "170"})
    void these_are_no_time(String typed) {
        assertThat(LOS_ANGELES.read(typed, MORNING)).isEqualTo(new Reading.Unreadable());
    }

    @Test
    void a_time_without_a_date_is_the_first_after_the_log_in_also_past_midnight() {
        assertThat(LOS_ANGELES.read("02:30", MORNING)).isEqualTo(new Read(Instant.parse("2026-06-03T09:30:00Z")));
        assertThat(LOS_ANGELES.read("06:58", MORNING)).isEqualTo(new Read(Instant.parse("2026-06-03T13:58:00Z")));
    }

    @Test
    void a_time_without_a_date_needs_a_log_in_to_follow() {
        assertThat(LOS_ANGELES.read("17:05", null)).isEqualTo(new Reading.Unreadable());
    }

    @Test
    void the_missing_hour_is_refused_and_the_jump_is_named() {
        assertThat(LOS_ANGELES.read("2026-03-08 02:30", null))
                .isEqualTo(new Reading.Skipped("2026-03-08 02:00", "2026-03-08 03:00"));
        assertThat(new TimeText(ZoneId.of("Europe/London")).read("2026-03-29 01:15", null))
                .isEqualTo(new Reading.Skipped("2026-03-29 01:00", "2026-03-29 02:00"));
        assertThat(new TimeText(ZoneId.of("Australia/Lord_Howe")).read("2026-10-04 02:15", null))
                .isEqualTo(new Reading.Skipped("2026-10-04 02:00", "2026-10-04 02:30"));
    }

    @Test
    void the_repeated_hour_has_a_mark_and_only_it() {
        assertThat(LOS_ANGELES.text(Instant.parse("2026-11-01T08:30:00Z"))).isEqualTo("2026-11-01 01:30 PDT");
        assertThat(LOS_ANGELES.text(Instant.parse("2026-11-01T09:30:00Z"))).isEqualTo("2026-11-01 01:30 PST");
        assertThat(LOS_ANGELES.text(Instant.parse("2026-11-01T10:30:00Z"))).isEqualTo("2026-11-01 02:30");
    }

    @Test
    void the_repeated_hour_asks_which_of_the_two() {
        assertThat(LOS_ANGELES.read("2026-11-01 01:30", null))
                .isEqualTo(new Reading.Twice("2026-11-01 01:30 PDT", "2026-11-01 01:30 PST"));
        assertThat(LOS_ANGELES.read("2026-11-01 01:30 pst", null))
                .isEqualTo(new Read(Instant.parse("2026-11-01T09:30:00Z")));
    }

    @Test
    void without_a_date_the_first_of_the_two_after_the_log_in_is_meant() {
        assertThat(LOS_ANGELES.read("01:30", Instant.parse("2026-11-01T07:30:00Z")))
                .isEqualTo(new Read(Instant.parse("2026-11-01T08:30:00Z")));
        assertThat(LOS_ANGELES.read("01:30", Instant.parse("2026-11-01T08:45:00Z")))
                .isEqualTo(new Read(Instant.parse("2026-11-01T09:30:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "America/Los_Angeles, 2026-11-01T00:00:00Z",
        "America/Los_Angeles, 2026-03-08T00:00:00Z",
        "Europe/London, 2026-10-24T18:00:00Z",
        "Europe/London, 2026-03-28T18:00:00Z",
        "Australia/Lord_Howe, 2026-04-04T06:00:00Z",
        "Australia/Lord_Howe, 2026-10-03T06:00:00Z",
        "Europe/Moscow, 2014-10-25T12:00:00Z",
    })
    void every_minute_round_a_clock_change_is_read_back_as_itself(String zone, Instant from) {
        var times = new TimeText(ZoneId.of(zone));
        IntStream.range(0, 24 * 60)
                .mapToObj(minute -> from.plusSeconds(60L * minute))
                .forEach(minute -> assertThat(times.read(times.text(minute), null))
                        .as(times.text(minute))
                        .isEqualTo(new Read(minute)));
    }
}
