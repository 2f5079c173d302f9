package org.sessiondesk.judge.line;

import static org.sessiondesk.judge.Cause.FOLLOWS_LAST;
import static org.sessiondesk.judge.Cause.KILOMETRES_FOR_MILES;
import static org.sessiondesk.judge.Cause.MILES_FOR_KILOMETRES;
import static org.sessiondesk.judge.Cause.PRECEDES_NEXT;
import static org.sessiondesk.judge.Cause.START_AND_END_SWAPPED;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Cause;
import org.sessiondesk.judge.SiteLimits;
import org.sessiondesk.judge.slip.Slip;
import org.sessiondesk.judge.slip.Slips;
import org.sessiondesk.site.Site.DistanceUnit;

/** What a reading may really have been, so that it stands right next to the reading before or after it. */
final class Guesses {

    private static final double KILOMETRES_A_MILE = 1.609344;
    private static final int SLIPS = 8;

    private final Line line;
    private final Usual usual;
    private final SiteLimits limits;

    Guesses(Line line, Usual usual, SiteLimits limits) {
        this.line = line;
        this.usual = usual;
        this.limits = limits;
    }

    /** As it stands first, then what it may have been. */
    List<Guess> of(int i, boolean atStart) {
        Leg leg = line.leg(i);
        Integer seen = leg.reading(atStart);
        if (seen == null) {
            throw new IllegalArgumentException("no reading");
        }
        List<Guess> guesses = new ArrayList<>();
        guesses.add(Guess.seen(seen));
        slips(i, atStart, seen, guesses);
        guesses.addAll(told(i, atStart, seen));
        return guesses;
    }

    /** All but slips of the hand. */
    List<Guess> told(int i, boolean atStart, int seen) {
        List<Guess> guesses = new ArrayList<>();
        Leg leg = line.leg(i);
        Integer beside = line.facing(i, atStart, 1);
        Integer partner = leg.reading(!atStart);
        if (partner != null && !leg.breaksInside()) {
            if (atStart ? seen > partner : seen < partner) {
                guesses.add(Guess.of(partner, Costs.EACH_OF_SWAPPED, START_AND_END_SWAPPED));
            }
            if (seen == partner && beside != null) {
                zero(atStart, seen, beside, guesses);
            }
        }
        guesses.addAll(new TripMeter(line, usual).guesses(i, atStart, seen));
        units(seen, beside, partner, atStart, guesses);
        return guesses;
    }

    /** Beside the readings that face it; where there are none, at a usual distance from its partner. */
    private void slips(int i, boolean atStart, int seen, List<Guess> guesses) {
        Integer beside = line.facing(i, atStart, 1);
        // The leg between may be another vehicle's.
        Integer beyond = line.facing(i, atStart, 2);
        if (beside != null) {
            slips(
                    seen,
                    atStart ? beside : beside - usual.gapLimit(),
                    atStart ? beside + usual.gapLimit() : beside,
                    guesses);
        }
        if (beyond != null) {
            slips(
                    seen,
                    atStart ? beyond : beyond - usual.gapLimit(),
                    atStart ? beyond + usual.gapLimit() : beyond,
                    guesses);
        }
        Integer partner = line.leg(i).reading(!atStart);
        if (guesses.size() == 1 && partner != null && usual.learnt()) {
            int most = (int) usual.most();
            int low = atStart ? partner - most : partner;
            int high = atStart ? partner : partner + most;
            if (beside != null && seen >= low && seen <= high) {
                return;
            }
            // It can't be, and nothing brings it beside its neighbour: that may be wrong itself.
            Integer bound = beside == null ? line.beside(i, atStart) : null;
            if (bound != null) {
                low = atStart ? Math.max(low, bound) : low;
                high = atStart ? high : Math.min(high, bound);
            }
            slips(seen, low, high, guesses);
        }
    }

    private static void slips(int seen, int low, int high, List<Guess> guesses) {
        List<Slip> slips = Slips.of(seen, low, high);
        for (Slip slip : slips.subList(0, Math.min(SLIPS, slips.size()))) {
            guesses.add(
                    new Guess(slip.meant(), Costs.SLIP + slip.cost(), slip.cause(), slip.place(), slip.otherPlace()));
        }
    }

    /** One value was written into both fields. */
    private void zero(boolean atStart, int seen, int beside, List<Guess> guesses) {
        if (atStart && beside < seen) {
            guesses.add(Guess.of(beside + usual.likelyGap(), Costs.ZERO, FOLLOWS_LAST));
        } else if (!atStart && beside > seen) {
            guesses.add(Guess.of(beside - usual.likelyGap(), Costs.ZERO, PRECEDES_NEXT));
        }
    }

    private void units(
            int seen, @Nullable Integer beside, @Nullable Integer partner, boolean atStart, List<Guess> guesses) {
        boolean miles = limits.unit() == DistanceUnit.MI;
        unit(seen, seen / KILOMETRES_A_MILE, KILOMETRES_FOR_MILES, miles ? 0 : 3, beside, atStart, guesses);
        unit(seen, seen * KILOMETRES_A_MILE, MILES_FOR_KILOMETRES, miles ? 3 : 0, beside, atStart, guesses);
        if (beside == null && partner != null && usual.learnt()) {
            double as = miles ? seen / KILOMETRES_A_MILE : seen * KILOMETRES_A_MILE;
            double driven = atStart ? partner - as : as - partner;
            if (driven >= 0 && driven <= usual.most()) {
                guesses.add(Guess.of(
                        (int) Math.round(as), Costs.UNIT, miles ? KILOMETRES_FOR_MILES : MILES_FOR_KILOMETRES));
            }
        }
    }

    private void unit(
            int seen,
            double exact,
            Cause cause,
            double unlikely,
            @Nullable Integer beside,
            boolean atStart,
            List<Guess> guesses) {
        if (beside == null || exact > 3_000_000 || Math.abs(exact - seen) < 3) {
            return;
        }
        // Cut or rounded, on either side: the one whose gap is usual fits best.
        int floor = (int) Math.floor(exact);
        for (int value = floor - 1; value <= floor + 2; value++) {
            int gap = atStart ? value - beside : beside - value;
            if (gap >= 0 && gap <= usual.gapLimit()) {
                double rounding = Math.abs(value - exact) <= 0.5 ? 0 : Math.abs(value - exact) <= 1 ? 1 : 3;
                guesses.add(Guess.of(value, Costs.UNIT + unlikely + rounding, cause));
            }
        }
    }
}
