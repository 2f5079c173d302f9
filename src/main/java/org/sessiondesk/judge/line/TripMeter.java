package org.sessiondesk.judge.line;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Cause;

/** What a reading was if a trip meter was read: that counts from some log-in or log-out. */
final class TripMeter {

    private static final int SHOWS_AT_MOST = 2_000;

    /** Who reads no more than that off a trip meter has just set it to zero: it says nothing of where the vehicle was. */
    private static final int JUST_RESET = 3;

    private final Line line;
    private final Usual usual;

    TripMeter(Line line, Usual usual) {
        this.line = line;
        this.usual = usual;
    }

    List<Guess> guesses(int i, boolean atStart, int seen) {
        List<Guess> guesses = new ArrayList<>();
        if (seen <= SHOWS_AT_MOST) {
            Integer driven = driven(line.leg(i));
            if (atStart) {
                atStart(i, seen, guesses);
            } else {
                atEnd(i, seen, guesses);
            }
            if (driven != null) {
                both(i, atStart, driven, guesses);
            }
        }
        return guesses;
    }

    /** What a leg drove if both its readings are the trip meter's, which then may have been set to zero at its start. */
    private static @Nullable Integer driven(Leg leg) {
        Integer start = leg.startsAtZero() ? Integer.valueOf(0) : leg.start();
        Integer end = leg.end();
        return start == null || end == null || end < start || end > SHOWS_AT_MOST ? null : end - start;
    }

    /** What is driven is true then, and one of the readings beside it says where. */
    private void both(int i, boolean atStart, int driven, List<Guess> guesses) {
        Integer last = line.facing(i, true, 1);
        Integer next = line.facing(i, false, 1);
        Leg leg = line.leg(i);
        int end = leg.end() == null ? 0 : leg.end();
        // Nobody writes 0 off an odometer, so it needn't be far away.
        int apart = leg.startsAtZero() ? end : end + SHOWS_AT_MOST;
        int more = atStart ? 0 : driven;
        if (last != null && last > apart) {
            for (int gap = 0; gap <= 3; gap++) {
                add(last + gap + more, gap, guesses);
            }
            add(last + usual.likelyGap() + more, usual.likelyGap(), guesses);
        } else if (next != null && next > apart) {
            add(next - usual.likelyGap() - driven + more, usual.likelyGap(), guesses);
        }
    }

    private void add(int value, int gap, List<Guess> guesses) {
        double unlike = 0.2 * Math.abs(gap - usual.likelyGap());
        guesses.add(Guess.of(value, Costs.TRIP + unlike, Cause.TRIP_METER));
    }

    /** Which log-in or log-out it counts from shows when the reading then stands beside the last. */
    private void atStart(int i, int seen, List<Guess> guesses) {
        Integer end = line.leg(i).end();
        Integer last = line.facing(i, true, 1);
        Integer lastStart = line.startBefore(i);
        int shows = Math.max(orZero(last), Math.max(orZero(lastStart), orZero(end)));
        if (shows <= seen * 2) {
            return;
        }
        // What stands before may be wrong itself: whether it follows that is weighed with the rest.
        if (last != null) {
            boolean reset = seen <= JUST_RESET;
            guesses.add(Guess.of(last + seen, reset ? Costs.TRIP_AT_START : Costs.TRIP, Cause.TRIP_METER));
            guesses.add(Guess.of(last + usual.likelyGap(), reset ? Costs.TRIP : Costs.TRIP_AT_START, Cause.TRIP_METER));
        }
        if (lastStart != null) {
            guesses.add(Guess.of(lastStart + seen, Costs.TRIP, Cause.TRIP_METER));
        }
        if (last == null && lastStart == null && end != null && seen > 0) {
            guesses.add(Guess.of(end - seen, Costs.TRIP, Cause.TRIP_METER));
        } else if (end != null && last != null) {
            beside(end - seen, last, 3, guesses);
        }
    }

    private static int orZero(@Nullable Integer reading) {
        return reading == null ? 0 : reading;
    }

    private static void beside(int value, int last, int most, List<Guess> guesses) {
        if (value >= last && value - last <= most) {
            guesses.add(Guess.of(value, Costs.TRIP, Cause.TRIP_METER));
        }
    }

    private void atEnd(int i, int seen, List<Guess> guesses) {
        Integer start = line.leg(i).start();
        Integer last = line.facing(i, true, 1);
        if (start != null) {
            guesses.add(Guess.of(start + seen, start > seen ? Costs.TRIP : Costs.TRIP + 3, Cause.TRIP_METER));
        }
        if (last == null || last < seen + SHOWS_AT_MOST) {
            return;
        }
        // It may count from the last log-out, or from the last log-in.
        guesses.add(Guess.of(last + seen, Costs.TRIP + 1, Cause.TRIP_METER));
        Integer lastStart = line.leg(i - 1).start();
        if (lastStart != null) {
            guesses.add(Guess.of(lastStart + seen, Costs.TRIP + 2, Cause.TRIP_METER));
        }
    }
}
