package org.sessiondesk.judge.line;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.OtherLines.Place;
import org.sessiondesk.judge.SiteLimits;
import org.sessiondesk.judge.Verdict.Asked;

/** The story of a trouble: its readings, the likeliest path through them, and which legs belong to other vehicles. */
final class Stretch {

    private final Line line;
    private final Trouble trouble;
    private final SiteLimits limits;
    private final Strangers strangers;
    private final @Nullable Asked asked;
    private final Usual usual;
    private final Costs costs;
    private final Guesses guesses;
    private Links links;
    private final Map<Integer, Place> homes = new HashMap<>();
    private final Instant future;
    private final ReadingPath path;

    /** @param line no more of it than {@link Trouble#near} */
    Stretch(Line line, Trouble trouble, SiteLimits limits, Strangers strangers, Instant future) {
        this.line = line;
        this.trouble = trouble;
        this.limits = limits;
        this.strangers = strangers;
        this.future = future;
        this.usual = Usual.of(line.legs(), limits);
        this.costs = new Costs(usual, limits);
        this.guesses = new Guesses(line, usual, limits);
        this.links = new Links(line, costs, limits, filledGaps(), Set.of());
        this.path = likeliest();
        this.asked = strangers.asked();
    }

    /** Whether this is the story of that trouble. */
    boolean tells(Line near, Trouble ofIt) {
        return trouble.equals(ofIt) && line.legs().equals(near.legs());
    }

    /** About which time others were asked for it. */
    @Nullable
    Asked asked() {
        return asked;
    }

    /** Whether a session is in the trouble. */
    boolean holds(UUID session) {
        int leg = line.indexOf(session);
        return leg >= 0 && within(leg);
    }

    private boolean within(int leg) {
        return leg >= trouble.first() && leg <= trouble.last();
    }

    Line line() {
        return line;
    }

    Usual usual() {
        return usual;
    }

    Guesses guesses() {
        return guesses;
    }

    Links links() {
        return links;
    }

    private ReadingPath likeliest() {
        List<Spot> spots = spots();
        Map<Integer, Double> costOf = new HashMap<>();
        for (int i = trouble.first(); i <= trouble.last(); i++) {
            if (mayBeStranger(line.leg(i))) {
                costOf.put(i, line.leg(i).whole() ? Costs.STRANGER : Costs.UNKNOWN);
            }
        }
        ReadingPath first = new ReadingPath(spots, links, costOf);
        if (costOf.isEmpty() || !doubtful(first)) {
            return first;
        }
        costOf.replaceAll((leg, cost) -> {
            Place home = strangers.home(line.leg(leg));
            if (home == null) {
                return cost + (Costs.STRANGER_NOWHERE - Costs.STRANGER);
            }
            homes.put(leg, home);
            boolean sure = strangers.sure(home, line.leg(leg));
            return (sure ? Costs.STRANGER_AT_HOME : Costs.STRANGER_PERHAPS) + (besideOwn(leg) ? Costs.BY_CHANCE : 0);
        });
        links = new Links(line, costs, limits, links.explained(), Set.copyOf(homes.keySet()));
        return new ReadingPath(spots, links, costOf);
    }

    ReadingPath path() {
        return path;
    }

    /** Where a leg that isn't this vehicle's belongs. */
    @Nullable
    Place home(int leg) {
        return homes.get(leg);
    }

    /** Sessions that stand here and belong into another line. */
    Set<UUID> strangers() {
        Set<UUID> strangers = new HashSet<>();
        for (int leg : homes.keySet()) {
            if (path.untold(leg)) {
                strangers.add(line.leg(leg).id());
            }
        }
        return strangers;
    }

    /** Whether nothing of a session's readings is this vehicle's. */
    boolean isStranger(UUID session) {
        int leg = line.indexOf(session);
        return leg >= 0 && path.untoldPairs().contains(leg);
    }

    /** Whether the gap between two told readings is filled by sessions that stand elsewhere, as those say who are asked. */
    boolean filled(int before, int end, int after, int start, Strangers asking) {
        return links.explained().contains(after)
                || line.leg(after).in() > line.leg(before).in()
                        && costs.possible(
                                (double) start - end,
                                line.leg(after).in() - line.leg(before).in())
                        && asking.fill(line.leg(before), end, line.leg(after), start, future);
    }

    /** Whether a leg's readings stand right beside its own line's. */
    private boolean besideOwn(int leg) {
        Integer start = line.leg(leg).start();
        Integer end = line.leg(leg).end();
        Integer last = leg == 0 ? null : line.leg(leg - 1).end();
        Integer next = leg + 1 >= line.size() ? null : line.leg(leg + 1).start();
        return start != null && last != null && start >= last && start - last <= usual.gapLimit()
                || end != null && next != null && next >= end && next - end <= usual.gapLimit();
    }

    private boolean doubtful(ReadingPath first) {
        return !first.untoldPairs().isEmpty() || first.hasBreak() || first.hasLoneUntold() || edge();
    }

    /** Nothing beyond one side says which of two is right. */
    private boolean edge() {
        return trouble.first() == 0 || trouble.last() == line.size() - 1;
    }

    private boolean mayBeStranger(Leg leg) {
        Integer start = leg.outer(true);
        Integer end = leg.outer(false);
        return start != null
                && end != null
                && !leg.startsAtZero()
                && end >= start
                && end - start <= Math.max(limits.far(), usual.most());
    }

    private List<Spot> spots() {
        List<Spot> spots = new ArrayList<>();
        int from = Math.max(0, trouble.first() - 1);
        int until = Math.min(line.size() - 1, trouble.last() + 1);
        for (int i = from; i <= until; i++) {
            for (boolean atStart : new boolean[] {true, false}) {
                Integer seen = line.leg(i).reading(atStart);
                if (seen != null) {
                    spots.add(new Spot(i, atStart, within(i) ? guesses.of(i, atStart) : List.of(Guess.seen(seen))));
                }
            }
        }
        return spots;
    }

    private Set<Integer> filledGaps() {
        Set<Integer> filled = new HashSet<>();
        for (int i = Math.max(1, trouble.first()); i <= trouble.last(); i++) {
            Leg before = line.leg(i - 1);
            Leg after = line.leg(i);
            Integer end = before.end();
            Integer start = after.start();
            if (end == null || start == null || after.unread() || after.breaksBefore() || after.in() <= before.in()) {
                continue;
            }
            int gap = start - end;
            if (gap > usual.gapLimit()
                    && costs.possible(gap, after.in() - before.in())
                    && strangers.fill(before, end, after, start, future)) {
                filled.add(i);
            }
        }
        return filled;
    }
}
