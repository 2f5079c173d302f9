package org.sessiondesk.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayRulesTest {

    private static final ZoneId LOS_ANGELES = Site.LOS_ANGELES.zone();

    @Test
    void a_rule_holds_from_its_day_until_the_next() {
        var rules = DayRules.USUAL.from(day("2026-06-01"), DayRule.LOG_OUT).from(day("2026-07-01"), DayRule.SPLIT);

        assertThat(rules.on(day("2026-05-31"))).isEqualTo(DayRule.LOG_IN);
        assertThat(rules.on(day("2026-06-01"))).isEqualTo(DayRule.LOG_OUT);
        assertThat(rules.on(day("2026-06-30"))).isEqualTo(DayRule.LOG_OUT);
        assertThat(rules.on(day("2030-01-01"))).isEqualTo(DayRule.SPLIT);
    }

    @Test
    void a_new_rule_takes_the_place_of_what_was_to_come() {
        var rules = DayRules.USUAL
                .from(day("2026-06-01"), DayRule.LOG_OUT)
                .from(day("2026-07-01"), DayRule.SPLIT)
                .from(day("2026-06-15"), DayRule.LOG_IN);

        assertThat(rules.since()).containsOnlyKeys(day("2026-06-01"), day("2026-06-15"));
        assertThat(rules.from(day("2026-06-20"), DayRule.LOG_IN)).isEqualTo(rules);
    }

    /** A session, the day that it belongs to and the last on which something of it counts. */
    @ParameterizedTest
    @CsvSource({
        "LOG_IN,  2026-06-01T22:00, 2026-06-02T06:00, 2026-06-01, 2026-06-01",
        "LOG_OUT, 2026-06-01T22:00, 2026-06-02T06:00, 2026-06-02, 2026-06-02",
        "SPLIT,   2026-06-01T22:00, 2026-06-02T06:00, 2026-06-01, 2026-06-02",
        "SPLIT,   2026-06-01T22:00, 2026-06-04T06:00, 2026-06-01, 2026-06-04",
        "SPLIT,   2026-06-01T16:00, 2026-06-02T00:00, 2026-06-01, 2026-06-01",
        "SPLIT,   2026-06-01T16:00, ,                 2026-06-01, 2026-06-01",
        "LOG_OUT, 2026-06-01T16:00, ,                 2026-06-01, 2026-06-01",
        "LOG_OUT, 2026-06-02T06:00, 2026-06-01T22:00, 2026-06-02, 2026-06-02",
        "LOG_OUT, 2026-06-01T10:00, 2026-06-08T10:00, 2026-06-08, 2026-06-08",
        "LOG_OUT, 2026-06-01T10:00, 2026-06-08T10:01, 2026-06-01, 2026-06-01",
        "SPLIT,   2026-06-01T10:00, 2026-06-08T10:00, 2026-06-01, 2026-06-08",
        "SPLIT,   2026-06-01T10:00, 2126-06-01T10:00, 2026-06-01, 2026-06-01"
    })
    void a_session_counts_on_its_days(
            DayRule rule, String logIn, @Nullable String logOut, LocalDate belongs, LocalDate last) {
        var shift = Site.LOS_ANGELES.driver(logIn, logOut, null);
        var rules = DayRules.always(rule);

        assertThat(rules.dayOf(shift, LOS_ANGELES)).isEqualTo(belongs);
        assertThat(rules.daysOf(shift, LOS_ANGELES)).isEqualTo(new Days(belongs, last));
    }

    /**
     * Two nights, one on each side of the first day of a new rule, where clocks change in either of them; and the minutes
     * of both on the three days: together they are always all.
     */
    @ParameterizedTest
    @CsvSource({
        // From 22:00 to 06:00 the first night lasts 7 h, the second 8 h.
        "America/Los_Angeles, 2026-03-07, LOG_OUT, LOG_IN,  0,   900, 0",
        "America/Los_Angeles, 2026-03-07, LOG_IN,  LOG_OUT, 420, 0,   480",
        "America/Los_Angeles, 2026-03-07, SPLIT,   LOG_OUT, 120, 300, 480",
        "America/Los_Angeles, 2026-03-07, LOG_OUT, SPLIT,   0,   540, 360",
        "Europe/Berlin,       2026-03-28, LOG_OUT, LOG_IN,  0,   900, 0",
        "Europe/Berlin,       2026-03-28, LOG_IN,  SPLIT,   420, 120, 360",
        // The second one is the longer: clocks are set back in it.
        "America/Los_Angeles, 2026-10-30, LOG_OUT, LOG_IN,  0,   1020, 0",
        "America/Los_Angeles, 2026-10-30, LOG_IN,  LOG_OUT, 480, 0,   540",
        "Europe/Berlin,       2026-10-23, SPLIT,   LOG_OUT, 120, 360, 540",
        "Europe/Berlin,       2026-10-23, LOG_OUT, SPLIT,   0,   600, 420"
    })
    void at_the_border_of_two_rules_each_night_counts_once(
            String zone, LocalDate first, DayRule before, DayRule after, long one, long two, long three) {
        var site = new Site(ZoneId.of(zone));
        var change = first.plusDays(1);
        var rules = DayRules.always(before).from(change, after);
        var nights = List.of(
                site.driver(first + "T22:00", change + "T06:00", 10L),
                site.driver(change + "T22:00", change.plusDays(1) + "T06:00", 20L));

        var days = first.datesUntil(first.plusDays(3))
                .map(date -> Timesheet.of(new WorkDay(date, site.zone()), rules, nights, Site.LATER)
                        .totals())
                .toList();

        assertThat(days).extracting(day -> day.driver().toMinutes()).containsExactly(one, two, three);
        assertThat(days.stream().reduce(DayTotals.NONE, DayTotals::plus))
                .returns(2, DayTotals::sessions)
                .returns(30L, DayTotals::distance);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
