package org.sessiondesk.worktime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One person's day, or one vehicle's.
 *
 * @param bars the sessions of that day and the parts of others that reach into it, by where they begin
 * @param gaps between bars that count; none after a session whose end isn't known
 * @param overlaps where two that count, with known ends lie over each other
 * @param totals what counts on that day
 */
public record Timesheet(List<Bar> bars, List<Span> gaps, List<Span> overlaps, DayTotals totals) {

    /** An open session is not drawn any longer than that: nobody knows how long it was. */
    public static final Duration LONGEST_OPEN = Duration.ofHours(14);

    private static final Comparator<Bar> IN_ORDER = Comparator.comparing(Bar::from)
            .thenComparing(Bar::to)
            .thenComparing(bar -> bar.shift().session());

    public Timesheet {
        bars = List.copyOf(bars);
        gaps = List.copyOf(gaps);
        overlaps = List.copyOf(overlaps);
    }

    /**
     * The sheet of a day.
     *
     * @param shifts all that reach into the day, and whatever of the same person or vehicle overlaps those
     * @param now an open session is drawn no farther
     */
    public static Timesheet of(WorkDay day, DayRules rules, Collection<Shift> shifts, Instant now) {
        var counted = shifts.stream().filter(Shift::counts).toList();
        var bars = shifts.stream()
                .flatMap(shift -> bar(shift, day, rules, counted, now).stream())
                .sorted(IN_ORDER)
                .toList();
        var countedBars = bars.stream().filter(bar -> bar.shift().counts()).toList();
        var totals = new WorkedDays(day.zone(), rules, counted).on(day.date());
        return new Timesheet(bars, gaps(countedBars), overlaps(countedBars), totals);
    }

    private static Optional<Bar> bar(Shift shift, WorkDay day, DayRules rules, Collection<Shift> shifts, Instant now) {
        var time = drawn(shift, shifts, now);
        if (!day.has(shift.logIn()) && !time.overlaps(day.span())) {
            return Optional.empty();
        }
        return Optional.of(new Bar(
                shift,
                time.within(day.span()),
                shift.logIn().isBefore(day.start()),
                !shift.isOpen() && time.to().isAfter(day.end()),
                shift.counts() && rules.daysOf(shift, day.zone()).has(day.date()),
                rules.dayOf(shift, day.zone())));
    }

    /** An open session lasted no longer than until the next log-in. */
    private static Span drawn(Shift shift, Collection<Shift> shifts, Instant now) {
        var time = shift.time();
        if (time != null) {
            return time;
        }
        var from = shift.logIn();
        if (!shift.isOpen()) {
            return new Span(from, from);
        }
        var longest = from.plus(LONGEST_OPEN);
        var until = shifts.stream()
                .map(Shift::logIn)
                .filter(other -> other.isAfter(from))
                .reduce(now.isBefore(longest) ? now : longest, (one, other) -> other.isBefore(one) ? other : one);
        return new Span(from, until.isBefore(from) ? from : until);
    }

    private static List<Span> gaps(List<Bar> bars) {
        var gaps = new ArrayList<Span>();
        Bar last = null;
        for (var bar : bars) {
            if (last != null && last.shift().time() != null && last.to().isBefore(bar.from())) {
                gaps.add(new Span(last.to(), bar.from()));
            }
            last = last == null || !bar.to().isBefore(last.to()) ? bar : last;
        }
        return gaps;
    }

    private static List<Span> overlaps(List<Bar> bars) {
        var overlaps = new ArrayList<Span>();
        Span covered = null;
        for (var bar : bars) {
            if (bar.shift().time() == null || bar.span().isEmpty()) {
                continue;
            }
            if (covered != null && covered.overlaps(bar.span())) {
                add(overlaps, bar.span().within(covered));
            }
            covered = covered == null || covered.to().isBefore(bar.to()) ? bar.span() : covered;
        }
        return overlaps;
    }

    /** One that goes on where the last one was is the same one. */
    private static void add(List<Span> overlaps, Span next) {
        var last = overlaps.isEmpty() ? null : overlaps.getLast();
        if (last == null || last.to().isBefore(next.from())) {
            overlaps.add(next);
        } else if (last.to().isBefore(next.to())) {
            overlaps.set(overlaps.size() - 1, new Span(last.from(), next.to()));
        }
    }
}
