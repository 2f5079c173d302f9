package org.sessiondesk.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sessiondesk.worktime.Shift.Kind;

/** Made-up weeks of one person, with nights, overlaps and clock changes: the days' totals are the whole, minute for minute. */
class DaysAddUpTest {

    private static final int WEEKS = 300;
    private static final int DAYS = 16;

    @ParameterizedTest
    @EnumSource
    void the_sum_over_days_is_the_total(DayRule rule) {
        addUp((_, _) -> DayRules.always(rule));
    }

    @Test
    void it_is_also_when_the_rule_changes_on_any_day_within() {
        addUp((random, first) -> {
            var rules = DayRules.always(anyOf(random));
            for (int n = random.nextInt(4); n >= 0; n--) {
                rules = rules.from(first.plusDays(random.nextInt(DAYS)), anyOf(random));
            }
            return rules;
        });
    }

    private static DayRule anyOf(Random random) {
        return DayRule.values()[random.nextInt(DayRule.values().length)];
    }

    private static void addUp(BiFunction<Random, LocalDate, DayRules> chosen) {
        for (int seed = 0; seed < WEEKS; seed++) {
            var random = new Random(seed);
            var site = seed % 2 == 0 ? Site.LOS_ANGELES : Site.BERLIN;
            // Around a clock change of either zone, or of none.
            var first = LocalDate.parse(List.of("2026-03-03", "2026-03-24", "2026-10-20", "2026-10-27", "2026-06-01")
                    .get(random.nextInt(5)));
            var rules = chosen.apply(random, first);
            var shifts = shifts(random, site.day(first.toString()).start());

            var days = first.minusDays(1)
                    .datesUntil(first.plusDays(DAYS))
                    .map(date -> Timesheet.of(new WorkDay(date, site.zone()), rules, shifts, Site.LATER))
                    .toList();
            var sum = days.stream().map(Timesheet::totals).reduce(DayTotals.NONE, DayTotals::plus);

            var driver = worked(shifts, Kind.DRIVER);
            var dispatcher = worked(shifts, Kind.DISPATCHER);
            dispatcher.andNot(driver);
            assertThat(sum.driver()).as("seed " + seed).isEqualTo(Duration.ofMinutes(driver.cardinality()));
            assertThat(sum.dispatcher()).as("seed " + seed).isEqualTo(Duration.ofMinutes(dispatcher.cardinality()));
            assertThat(sum.sessions()).isEqualTo(shifts.size());
            assertThat(sum.open())
                    .isEqualTo((int) shifts.stream().filter(Shift::isOpen).count());
            assertThat(sum.distance())
                    .isEqualTo(shifts.stream()
                            .map(Shift::distance)
                            .filter(java.util.Objects::nonNull)
                            .reduce(Long::sum)
                            .orElse(null));
            if (rules.equals(DayRules.always(DayRule.SPLIT))) {
                days.forEach(day -> assertThat(
                                day.totals().driver().plus(day.totals().dispatcher()))
                        .isLessThanOrEqualTo(Duration.ofHours(25)));
            }
        }
    }

    private static List<Shift> shifts(Random random, Instant start) {
        var shifts = new ArrayList<Shift>();
        for (int n = random.nextInt(12); n >= 0; n--) {
            var logIn = start.plus(Duration.ofMinutes(random.nextInt((DAYS - 5) * 24 * 60)));
            var logOut = random.nextInt(8) == 0
                    ? null
                    : logIn.plus(Duration.ofMinutes(random.nextInt(random.nextInt(6) == 0 ? 3_600 : 720) - 20));
            shifts.add(new Shift(
                    new UUID(0, random.nextLong()),
                    random.nextInt(4) == 0 ? Kind.DISPATCHER : Kind.DRIVER,
                    logIn,
                    logOut,
                    random.nextBoolean() ? null : (long) random.nextInt(200)));
        }
        return shifts;
    }

    /** Minute by minute: slow, and nothing to get wrong. */
    private static BitSet worked(List<Shift> shifts, Kind kind) {
        var minutes = new BitSet();
        long zero = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond() / 60;
        for (var shift : shifts) {
            if (shift.kind() == kind && shift.logOut() != null && shift.logOut().isAfter(shift.logIn())) {
                minutes.set((int) (shift.logIn().getEpochSecond() / 60 - zero), (int)
                        (shift.logOut().getEpochSecond() / 60 - zero));
            }
        }
        return minutes;
    }
}
