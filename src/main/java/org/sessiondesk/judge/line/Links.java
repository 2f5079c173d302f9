package org.sessiondesk.judge.line;

import java.util.Set;
import org.sessiondesk.judge.SiteLimits;

/**
 * What it costs that two readings are both true and follow each other, whatever lies between them being wrong.
 *
 * @param explained legs before which a gap is explained: a session that stands in another vehicle's line fills it
 * @param elsewhere legs that another vehicle's line would take: this vehicle stood still meanwhile
 */
record Links(Line line, Costs costs, SiteLimits limits, Set<Integer> explained, Set<Integer> elsewhere) {

    double between(int oneLeg, boolean oneStart, int one, int nextLeg, boolean nextStart, int next) {
        if (broken(oneLeg, oneStart, nextLeg, nextStart)) {
            return 0;
        }
        double distance = (double) next - one;
        long seconds = seconds(oneLeg, oneStart, nextLeg, nextStart);
        int skipped = skipped(oneLeg, nextLeg);
        int driven = (oneStart ? 1 : 0) + (nextStart ? 0 : 1);
        if (oneLeg == nextLeg) {
            boolean known = line.leg(oneLeg).out() != Leg.OPEN;
            return known ? costs.session(distance, seconds) : costs.distance(distance, seconds);
        }
        boolean unread = unread(oneLeg, nextLeg);
        if (skipped == 0 && !unread) {
            if (driven == 0) {
                return explained.contains(nextLeg) && distance >= 0 ? 0 : costs.gap(distance, seconds);
            }
            if (driven == 1) {
                return costs.distance(
                        Math.max(Math.min(distance, 0), distance - costs.usual().gap()), seconds);
            }
        }
        return costs.several(distance, driven, driven + skipped + (unread ? 1 : 0), seconds);
    }

    /** Whether a new odometer lies between. */
    boolean broken(int oneLeg, boolean oneStart, int nextLeg, boolean nextStart) {
        for (int i = oneLeg; i <= nextLeg; i++) {
            if (i > oneLeg && line.leg(i).breaksBefore()) {
                return true;
            }
            boolean whole = (i > oneLeg || oneStart) && (i < nextLeg || !nextStart);
            if (whole && line.leg(i).breaksInside()) {
                return true;
            }
        }
        return false;
    }

    private int skipped(int oneLeg, int nextLeg) {
        int skipped = 0;
        for (int i = oneLeg + 1; i < nextLeg; i++) {
            skipped += elsewhere.contains(i) ? 0 : 1;
        }
        return skipped;
    }

    private boolean unread(int oneLeg, int nextLeg) {
        for (int i = oneLeg + 1; i <= nextLeg; i++) {
            if (line.leg(i).unread()) {
                return true;
            }
        }
        return false;
    }

    private long seconds(int oneLeg, boolean oneStart, int nextLeg, boolean nextStart) {
        long from = oneStart ? line.leg(oneLeg).in() : line.over(oneLeg);
        long until = nextStart ? line.leg(nextLeg).in() : line.over(nextLeg);
        // Where the times cross or a log-out is missing, the later of two log-ins still says how much time there was.
        if (until == Long.MAX_VALUE) {
            return 30L * 24 * 3_600;
        }
        return until > from
                ? until - from
                : Math.max(0, until - line.leg(oneLeg).in());
    }
}
