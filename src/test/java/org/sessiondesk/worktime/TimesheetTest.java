package org.sessiondesk.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessiondesk.worktime.Site.LOS_ANGELES;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesheetTest {

    private static final String TUESDAY = "2026-06-02";

    /** A night from one day to the next, and how many minutes of it each rule counts on which. */
    @ParameterizedTest
    @CsvSource({
        // An ordinary night.
        "America/Los_Angeles, 2026-06-01, 22:00, 06:00, LOG_IN,  480, 0",
        "America/Los_Angeles, 2026-06-01, 22:00, 06:00, LOG_OUT, 0,   480",
        "America/Los_Angeles, 2026-06-01, 22:00, 06:00, SPLIT,   120, 360",
        // The hour from 02:00 is missing.
        "America/Los_Angeles, 2026-03-07, 22:00, 06:00, LOG_IN,  420, 0",
        "America/Los_Angeles, 2026-03-07, 22:00, 06:00, LOG_OUT, 0,   420",
        "America/Los_Angeles, 2026-03-07, 22:00, 06:00, SPLIT,   120, 300",
        "Europe/Berlin,       2026-03-28, 22:00, 06:00, LOG_IN,  420, 0",
        "Europe/Berlin,       2026-03-28, 22:00, 06:00, LOG_OUT, 0,   420",
        "Europe/Berlin,       2026-03-28, 22:00, 06:00, SPLIT,   120, 300",
        // An hour comes twice.
        "America/Los_Angeles, 2026-10-31, 22:00, 06:00, LOG_IN,  540, 0",
        "America/Los_Angeles, 2026-10-31, 22:00, 06:00, LOG_OUT, 0,   540",
        "America/Los_Angeles, 2026-10-31, 22:00, 06:00, SPLIT,   120, 420",
        "Europe/Berlin,       2026-10-24, 22:00, 06:00, LOG_IN,  540, 0",
        "Europe/Berlin,       2026-10-24, 22:00, 06:00, LOG_OUT, 0,   540",
        "Europe/Berlin,       2026-10-24, 22:00, 06:00, SPLIT,   120, 420",
        // Until midnight sharp: there is nothing of it on the next day.
        "Europe/Berlin,       2026-06-01, 16:00, 00:00, LOG_IN,  480, 0",
        "Europe/Berlin,       2026-06-01, 16:00, 00:00, LOG_OUT, 480, 0",
        "Europe/Berlin,       2026-06-01, 16:00, 00:00, SPLIT,   480, 0"
    })
    void a_night_counts_on_the_day_that_the_rule_says(
            String zone, String date, String logIn, String logOut, DayRule rule, int first, int second) {
        var site = new Site(java.time.ZoneId.of(zone));
        var monday = site.day(date);
        var tuesday = new WorkDay(monday.date().plusDays(1), monday.zone());
        var night = site.driver(date + "T" + logIn, tuesday.date() + "T" + logOut, 88L);

        assertThat(minutes(Timesheet.of(monday, DayRules.always(rule), List.of(night), Site.LATER)))
                .isEqualTo(first);
        assertThat(minutes(Timesheet.of(tuesday, DayRules.always(rule), List.of(night), Site.LATER)))
                .isEqualTo(second);
    }

    @Test
    void a_night_is_shown_on_both_days_and_its_distance_counts_on_one() {
        var night = LOS_ANGELES.driver("2026-06-01T22:00", "2026-06-02T06:00", 88L);

        var monday = LOS_ANGELES.sheet("2026-06-01", DayRule.SPLIT, night);
        var tuesday = LOS_ANGELES.sheet(TUESDAY, DayRule.SPLIT, night);

        assertThat(monday.bars())
                .containsExactly(new Bar(
                        night,
                        new Span(LOS_ANGELES.at("2026-06-01T22:00"), LOS_ANGELES.at("2026-06-02T00:00")),
                        false,
                        true,
                        true,
                        LocalDate.parse("2026-06-01")));
        assertThat(tuesday.bars())
                .containsExactly(new Bar(
                        night,
                        new Span(LOS_ANGELES.at("2026-06-02T00:00"), LOS_ANGELES.at("2026-06-02T06:00")),
                        true,
                        false,
                        true,
                        LocalDate.parse("2026-06-01")));
        assertThat(monday.totals().distance()).isEqualTo(88);
        assertThat(monday.totals().sessions()).isEqualTo(1);
        assertThat(tuesday.totals().distance()).isNull();
        assertThat(tuesday.totals().sessions()).isZero();
    }

    @Test
    void what_only_touches_midnight_is_not_on_the_day_beyond() {
        var evening = LOS_ANGELES.driver("2026-06-01T16:00", "2026-06-02T00:00", 88L);

        assertThat(LOS_ANGELES.sheet(TUESDAY, DayRule.LOG_IN, evening).bars()).isEmpty();
        assertThat(LOS_ANGELES
                        .sheet("2026-06-01", DayRule.LOG_IN, evening)
                        .bars()
                        .getFirst()
                        .toAfter())
                .isFalse();
    }

    @Test
    void between_bars_are_gaps_and_two_over_each_other_count_once() {
        var sheet = day(
                driver("07:00", "11:00", 40L),
                driver("10:30", "12:00", 20L),
                driver("13:00", "17:00", 28L),
                driver("16:00", "16:30", null));

        assertThat(sheet.gaps()).containsExactly(span("12:00", "13:00"));
        assertThat(sheet.overlaps()).containsExactly(span("10:30", "11:00"), span("16:00", "16:30"));
        assertThat(sheet.totals().driver()).isEqualTo(Duration.ofHours(9));
        assertThat(sheet.totals().distance()).isEqualTo(88);
        assertThat(sheet.totals().sessions()).isEqualTo(4);
        assertThat(sheet.totals().withoutDistance()).isEqualTo(1);
    }

    @Test
    void time_as_both_is_a_drivers() {
        var sheet = day(LOS_ANGELES.dispatcher(at("06:00"), at("12:00")), driver("08:00", "10:00", 30L));

        assertThat(sheet.totals().driver()).isEqualTo(Duration.ofHours(2));
        assertThat(sheet.totals().dispatcher()).isEqualTo(Duration.ofHours(4));
        assertThat(sheet.totals().withoutDistance()).isZero();
    }

    @Test
    void a_distance_that_nobody_recorded_is_absent_and_never_0() {
        assertThat(day(driver("07:00", "17:00", null)).totals().distance()).isNull();
        assertThat(day(driver("07:00", "17:00", 0L)).totals().distance()).isZero();
        assertThat(DayTotals.NONE.plus(DayTotals.NONE).distance()).isNull();
    }

    @Test
    void an_open_session_counts_as_open_and_not_as_time() {
        var open = driver("07:00", null, null);

        var sheet = Timesheet.of(
                LOS_ANGELES.day(TUESDAY), DayRules.always(DayRule.LOG_OUT), List.of(open), LOS_ANGELES.at(at("11:00")));

        assertThat(sheet.totals()).isEqualTo(new DayTotals(Duration.ZERO, Duration.ZERO, null, 1, 1, 0, 1));
        assertThat(sheet.bars().getFirst().to()).isEqualTo(LOS_ANGELES.at(at("11:00")));
        assertThat(sheet.bars().getFirst().here()).isTrue();
    }

    @Test
    void an_open_session_is_drawn_until_the_next_log_in_and_no_gap_follows_it() {
        var sheet = day(driver("07:00", null, null), driver("13:00", "17:00", 20L));

        assertThat(sheet.bars().getFirst().to()).isEqualTo(LOS_ANGELES.at(at("13:00")));
        assertThat(sheet.gaps()).isEmpty();
        assertThat(sheet.overlaps()).isEmpty();
        assertThat(sheet.totals().driver()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void a_forgotten_log_out_is_not_drawn_on_all_days_that_follow() {
        var forgotten = driver("07:00", null, null);

        assertThat(day(forgotten).bars().getFirst().to()).isEqualTo(LOS_ANGELES.at(at("21:00")));
        assertThat(LOS_ANGELES.sheet("2026-06-03", DayRule.LOG_IN, forgotten).bars())
                .isEmpty();
    }

    @Test
    void a_log_out_before_the_log_in_tells_no_time() {
        for (var rule : DayRule.values()) {
            var sheet = LOS_ANGELES.sheet(TUESDAY, rule, driver("17:00", "07:00", 40L));

            assertThat(sheet.totals()).isEqualTo(new DayTotals(Duration.ZERO, Duration.ZERO, 40L, 1, 0, 1, 0));
            assertThat(sheet.bars()).hasSize(1);
        }
    }

    @Test
    void it_makes_no_difference_in_which_order_sessions_come() {
        var one = driver("07:00", "11:00", 40L);
        var other = driver("10:30", "12:00", 20L);

        assertThat(day(one, other)).isEqualTo(day(other, one));
    }

    private static long minutes(Timesheet sheet) {
        return sheet.totals().driver().toMinutes();
    }

    private static Timesheet day(Shift... shifts) {
        return LOS_ANGELES.sheet(TUESDAY, DayRule.LOG_IN, shifts);
    }

    private static Shift driver(String logIn, @Nullable String logOut, @Nullable Long distance) {
        return LOS_ANGELES.driver(at(logIn), logOut == null ? null : at(logOut), distance);
    }

    private static Span span(String from, String to) {
        Instant begin = LOS_ANGELES.at(at(from));
        return new Span(begin, LOS_ANGELES.at(at(to)));
    }

    private static String at(String clock) {
        return TUESDAY + "T" + clock;
    }
}
