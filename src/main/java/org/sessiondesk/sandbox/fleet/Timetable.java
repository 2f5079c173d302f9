package org.sessiondesk.sandbox.fleet;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Who works when and how far: the realistic numbers of a courier company. */
final class Timetable {

    private static final int LEAST_STILL_OUT = 4;
    private static final Duration REST = Duration.ofHours(5);
    private static final double WEEKEND_SHARE = 0.2;
    private static final double WEEKDAY_SHARE = 0.95;

    private final FleetPlan plan;
    private final Roster roster;
    private final Random random;
    private final List<Shift> shifts = new ArrayList<>();
    private final Map<UUID, Instant> restedFrom = new HashMap<>();

    Timetable(FleetPlan plan, Roster roster, Random random) {
        this.plan = plan;
        this.roster = roster;
        this.random = random;
    }

    /** Every shift begun before the fleet's now, in no order. */
    List<Shift> shifts() {
        var today = plan.end().atZone(plan.zone()).toLocalDate();
        for (var day = today.minusDays(plan.days() - 1L); !day.isAfter(today); day = day.plusDays(1)) {
            var date = day;
            var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            for (var driver : roster.drivers()) {
                if (random.nextDouble() < (weekend ? WEEKEND_SHARE : WEEKDAY_SHARE)) {
                    driverDay(driver, day);
                }
            }
            if (!weekend) {
                roster.dispatchers().forEach(dispatcher -> dispatcherDay(dispatcher, date));
            }
        }
        shifts.removeIf(shift -> !shift.start().isBefore(plan.end()));
        keepSomeOut();
        return shifts;
    }

    private void driverDay(Person driver, LocalDate day) {
        double kind = random.nextDouble();
        int parts = kind < 0.85 ? 1 : kind < 0.97 ? 2 : 3;
        boolean night = random.nextDouble() < 0.05;
        var total = Duration.ofSeconds((long) (3600 * clamp(9 + 1.1 * random.nextGaussian(), 6, 11)));
        var start = day.atTime(night ? 19 : 6, 0)
                .plusSeconds(random.nextInt(night ? 3 * 3600 : 10_000))
                .atZone(plan.zone())
                .toInstant();
        // Nobody comes straight from the night's round.
        var rested = restedFrom.getOrDefault(driver.id(), Instant.MIN);
        start = start.isBefore(rested) ? rested : start;
        int distance = distance();
        for (int part = 0; part < parts; part++) {
            var length = total.dividedBy(parts);
            shifts.add(new Shift(driver, start, length.truncatedTo(ChronoUnit.SECONDS), distance / parts));
            start = shifts.getLast().end().plusSeconds(1200 + random.nextInt(2400));
        }
        restedFrom.put(driver.id(), shifts.getLast().end().plus(REST));
    }

    /** Median 95 miles, nine in ten within 45 and 180, now and then 350. */
    private int distance() {
        if (random.nextInt(150) == 0) {
            return 320 + random.nextInt(60);
        }
        return (int) Math.round(clamp(Math.exp(Math.log(95) + 0.42 * random.nextGaussian()), 12, 280));
    }

    private void dispatcherDay(Person dispatcher, LocalDate day) {
        var start = day.atTime(7, 30)
                .plusSeconds(random.nextInt(3600))
                .atZone(plan.zone())
                .toInstant();
        shifts.add(new Shift(dispatcher, start, Duration.ofSeconds(8 * 3600 + random.nextInt(3600)), 0));
    }

    /** Whatever the hour of the fleet's now, somebody is on the road. */
    private void keepSomeOut() {
        Set<UUID> busy = new HashSet<>();
        long out = 0;
        var soon = plan.end().minus(Duration.ofHours(12));
        for (var shift : shifts) {
            if (shift.end().isAfter(soon)) {
                busy.add(shift.person().id());
            }
            if (shift.person().driver() && shift.end().isAfter(plan.end())) {
                out++;
            }
        }
        for (var driver : roster.drivers()) {
            if (out < LEAST_STILL_OUT && !busy.contains(driver.id())) {
                var start = plan.end().minusSeconds(3600 + random.nextInt(4 * 3600));
                shifts.add(new Shift(driver, start.truncatedTo(ChronoUnit.SECONDS), Duration.ofHours(9), distance()));
                out++;
            }
        }
    }

    private static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
