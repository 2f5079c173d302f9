package org.sessiondesk.judge.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Cause;
import org.sessiondesk.judge.Suggestion;
import org.sessiondesk.judge.Why;
import org.sessiondesk.judge.slip.Slip;
import org.sessiondesk.judge.slip.Slips;
import org.sessiondesk.session.SessionField;

/** What a wrong reading may have been, given the true readings before and after it. */
final class Offers {

    private static final int AT_MOST = 5;

    private final Stretch stretch;
    private final ReadingPath path;

    Offers(Stretch stretch) {
        this.stretch = stretch;
        this.path = stretch.path();
    }

    /** The likeliest first. */
    List<Guess> guesses(int spot) {
        Spot here = path.spots().get(spot);
        Bounds bounds = bounds(spot);
        List<Guess> guesses = new ArrayList<>(stretch.guesses().told(here.leg(), here.atStart(), here.seen()));
        guesses.removeIf(guess -> guess.swapped() || bounds.breaks(guess.value()));
        Guess chosen = path.chosen(spot);
        if (chosen != null && !chosen.isSeen()) {
            guesses.add(chosen);
        }
        for (Slip slip : Slips.of(here.seen(), bounds.low(), bounds.high())) {
            guesses.add(
                    new Guess(slip.meant(), Costs.SLIP + slip.cost(), slip.cause(), slip.place(), slip.otherPlace()));
        }
        Guess beside = beside(spot);
        if (beside != null) {
            guesses.add(beside);
        }
        List<Guess> weighed = new ArrayList<>();
        for (Guess guess : guesses) {
            double fit = fit(spot, guess.value());
            if (fit < Costs.NEVER) {
                weighed.add(
                        new Guess(guess.value(), guess.cost() + fit, guess.cause(), guess.place(), guess.otherPlace()));
            }
        }
        weighed.sort(Comparator.comparingDouble(Guess::cost).thenComparingInt(Guess::value));
        List<Guess> distinct = new ArrayList<>();
        for (Guess guess : weighed) {
            if (distinct.stream().noneMatch(other -> other.value() == guess.value())) {
                distinct.add(guess);
            }
        }
        return distinct;
    }

    List<Suggestion> suggestions(int spot) {
        Spot here = path.spots().get(spot);
        List<Guess> guesses = guesses(spot);
        double all = 0;
        for (Guess guess : guesses) {
            all += Math.exp(guesses.getFirst().cost() - guess.cost());
        }
        List<Suggestion> suggestions = new ArrayList<>();
        for (Guess guess : guesses.subList(0, Math.min(AT_MOST, guesses.size()))) {
            double share = Math.exp(guesses.getFirst().cost() - guess.cost()) / all;
            // A reading that only its neighbours bound is at best as sure as they are near.
            double sure = guess.cost() >= Costs.UNKNOWN ? 0.5 : 0.98;
            double confidence = rounded(share * sure);
            Suggestion start = start(spot, guess, confidence);
            suggestions.add(new Suggestion(field(here), guess.value(), why(spot, guess), confidence, start));
        }
        return suggestions;
    }

    /** A trip meter that showed 0 at the start tells at the end where that was. */
    private @Nullable Suggestion start(int spot, Guess ofEnd, double confidence) {
        Spot here = path.spots().get(spot);
        int value = ofEnd.value() - here.seen();
        if (here.atStart()
                || !stretch.line().leg(here.leg()).startsAtZero()
                || ofEnd.cause() != Cause.TRIP_METER
                || !follows(spot, value)) {
            return null;
        }
        Why why = new Why(Cause.TRIP_METER, 0, 0, value(path.told(spot, true)), ofEnd.value());
        return new Suggestion(SessionField.START_MILEAGE, value, why, confidence);
    }

    /** Whether a value isn't below the reading before. */
    boolean follows(int spot, int value) {
        Integer last = value(path.told(spot, true));
        return value >= (last == null ? 0 : last);
    }

    static SessionField field(Spot spot) {
        return spot.atStart() ? SessionField.START_MILEAGE : SessionField.END_MILEAGE;
    }

    static double rounded(double confidence) {
        return Math.round(confidence * 100) / 100.0;
    }

    Why why(int spot, Guess guess) {
        Cause cause = guess.cause();
        return new Why(
                cause == null ? Cause.FOLLOWS_LAST : cause,
                guess.place(),
                guess.otherPlace(),
                value(path.told(spot, true)),
                value(path.told(spot, false)));
    }

    @Nullable
    Integer value(int spot) {
        Guess guess = spot < 0 ? null : path.chosen(spot);
        return guess == null ? null : guess.value();
    }

    /** Right next to the reading before or after, else at the usual distance. */
    @Nullable
    Guess beside(int spot) {
        Spot here = path.spots().get(spot);
        Usual usual = stretch.usual();
        Integer outer = adjacent(spot, here.atStart());
        Integer last = value(path.told(spot, true));
        Integer next = value(path.told(spot, false));
        if (outer != null) {
            boolean start = here.atStart();
            int value = start ? outer + usual.likelyGap() : outer - usual.likelyGap();
            if (start && next != null) {
                value = Math.min(value, Math.max(outer, next));
            } else if (!start && last != null) {
                value = Math.max(value, Math.min(outer, last));
            }
            return Guess.of(value, Costs.UNKNOWN, start ? Cause.FOLLOWS_LAST : Cause.PRECEDES_NEXT);
        }
        int distance = (int) Math.round(usual.distance());
        if (!here.atStart() && last != null) {
            int value = next == null ? last + distance : Math.min(next, last + distance);
            return Guess.of(value, Costs.UNKNOWN, Cause.USUAL_DISTANCE);
        }
        if (here.atStart() && next != null) {
            int value = last == null ? next - distance : Math.max(last, next - distance);
            return value < 0 ? null : Guess.of(value, Costs.UNKNOWN, Cause.USUAL_DISTANCE);
        }
        return null;
    }

    /** The reading that a start follows or an end precedes, with no drive between. */
    private @Nullable Integer adjacent(int spot, boolean before) {
        int other = path.told(spot, before);
        if (other < 0) {
            return null;
        }
        Spot here = path.spots().get(spot);
        Spot there = path.spots().get(other);
        boolean faces = here.atStart() == before && there.atStart() != before;
        int first = Math.min(here.leg(), there.leg());
        int last = Math.max(here.leg(), there.leg());
        boolean broken = stretch.links().broken(first, false, last, true);
        if (!faces || broken || stretch.line().leg(last).unread()) {
            return null;
        }
        // Legs between that belong to another vehicle don't part the two.
        for (int leg = first + 1; leg < last; leg++) {
            if (stretch.home(leg) == null) {
                return null;
            }
        }
        return value(other);
    }

    private double fit(int spot, int value) {
        Spot here = path.spots().get(spot);
        int before = path.told(spot, true);
        int after = path.told(spot, false);
        Integer last = value(before);
        Integer next = value(after);
        double fit = 0;
        if (last != null && !path.breaksBefore(spot)) {
            Spot there = path.spots().get(before);
            fit += stretch.links().between(there.leg(), there.atStart(), last, here.leg(), here.atStart(), value);
        }
        if (next != null && !path.breaksBefore(after)) {
            Spot there = path.spots().get(after);
            fit += stretch.links().between(here.leg(), here.atStart(), value, there.leg(), there.atStart(), next);
        }
        return fit;
    }

    private Bounds bounds(int spot) {
        Integer last = value(path.told(spot, true));
        Integer next = value(path.told(spot, false));
        int most = (int) (stretch.usual().most() * 2) + 1;
        if (last == null && next == null) {
            return new Bounds(1, 0);
        }
        int low = last != null ? last : Math.max(0, next == null ? 0 : next - most);
        int high = next != null ? next : low + most;
        return new Bounds(low, high);
    }

    private record Bounds(int low, int high) {
        boolean breaks(int value) {
            return value < low || value > high;
        }
    }
}
