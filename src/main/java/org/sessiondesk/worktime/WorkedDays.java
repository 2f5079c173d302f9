package org.sessiondesk.worktime;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What counts of one person's sessions on each day: the same as each day's {@link Timesheet} says, without drawing it.
 */
public final class WorkedDays {

    private final ZoneId zone;
    private final DayRules rules;
    private final CountedTime time;
    private final Map<LocalDate, List<Shift>> belonging = new HashMap<>();

    /** @param shifts all that count on the days that will be asked about, and whatever of the person overlaps those */
    public WorkedDays(ZoneId zone, DayRules rules, Collection<Shift> shifts) {
        this.zone = zone;
        this.rules = rules;
        var counted = shifts.stream().filter(Shift::counts).toList();
        this.time = new CountedTime(counted);
        counted.forEach(shift -> belonging
                .computeIfAbsent(rules.dayOf(shift, zone), _ -> new ArrayList<>())
                .add(shift));
    }

    /** What counts on a day. */
    public DayTotals on(LocalDate day) {
        return belonging.getOrDefault(day, List.of()).stream()
                .map(DayTotals::of)
                .reduce(time.on(new WorkDay(day, zone), rules), DayTotals::plus);
    }
}
