package org.sessiondesk.judge.line;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sessiondesk.judge.SiteLimits;
import org.sessiondesk.site.Site.DistanceUnit;

/**
 * What a vehicle usually does, learnt from the legs round a place: medians, so that a few wrong ones don't count.
 *
 * @param distance of a session
 * @param spread how far the logarithm of the distance usually strays
 * @param seconds how long a session is
 * @param learnt whether there were three readings to learn from
 * @param gap between one session's end and the next one's start
 * @param sameGap whether it is nearly always that
 * @param gapLimit a longer gap needs an explanation
 */
record Usual(double distance, double spread, double seconds, boolean learnt, int gap, boolean sameGap, int gapLimit) {

    /** A move in the yard is a few miles. */
    static final int YARD = 15;

    private static final double LEAST_SPREAD = 0.25;
    private static final double UNKNOWN_SPREAD = 1.0;

    static Usual of(List<Leg> legs, SiteLimits limits) {
        double[] distances = legs.stream()
                .filter(leg -> leg.whole() && !leg.breaksInside())
                .mapToDouble(Usual::distance)
                .filter(distance -> distance > 0 && distance < limits.mostADay())
                .map(Math::log)
                .sorted()
                .toArray();
        int[] gaps = IntStream.range(1, legs.size())
                .filter(i -> !legs.get(i).unread() && !legs.get(i).breaksBefore())
                .map(i -> gap(legs.get(i - 1), legs.get(i)))
                .filter(gap -> gap >= 0 && gap < limits.far())
                .sorted()
                .toArray();
        int yard = yard(limits);
        int gap = medianGap(gaps);
        int gapLimit = gaps.length >= 5 && gap > yard / 3 ? Math.max(yard, gap * 3) : yard;
        if (distances.length < 3) {
            double guess = limits.unit() == DistanceUnit.KM ? 130 : 80;
            return new Usual(guess, UNKNOWN_SPREAD, 0, false, gap, false, gapLimit);
        }
        double median = median(distances);
        double[] deviations =
                Arrays.stream(distances).map(d -> Math.abs(d - median)).sorted().toArray();
        double spread = Math.min(UNKNOWN_SPREAD, Math.max(LEAST_SPREAD, 1.4826 * median(deviations)));
        long same = Arrays.stream(gaps).filter(other -> other == gap).count();
        boolean sameGap = gaps.length >= 6 && same * 4 >= gaps.length * 3;
        return new Usual(Math.exp(median), spread, seconds(legs), true, gap, sameGap, gapLimit);
    }

    /** The gap to reckon with where nobody can know: within two of all usual ones. */
    int likelyGap() {
        return sameGap || gap > 3 ? gap : gap <= 1 ? 1 : 2;
    }

    static int yard(SiteLimits limits) {
        return limits.unit() == DistanceUnit.KM ? (int) (YARD * 1.6) : YARD;
    }

    /** What a session of that length usually drives: more the longer it is, though not in proportion. */
    double distance(long length) {
        return seconds <= 0 || length < 1_800 || length > 14 * 3_600
                ? distance
                : distance * Math.pow(length / seconds, 0.6);
    }

    private static double seconds(List<Leg> legs) {
        double[] lengths = legs.stream()
                .filter(leg -> leg.out() != Leg.OPEN)
                .mapToDouble(leg -> leg.out() - leg.in())
                .sorted()
                .toArray();
        return lengths.length < 3 ? 0 : median(lengths);
    }

    /** Hardly a session is longer. */
    double most() {
        return distance * Math.exp(2.6 * spread);
    }

    private static double distance(Leg leg) {
        Integer start = leg.start();
        Integer end = leg.end();
        return start == null || end == null ? -1 : (double) end - start;
    }

    private static int gap(Leg one, Leg next) {
        Integer end = one.end();
        Integer start = next.start();
        return end == null || start == null ? -1 : start - end;
    }

    /** Small gaps are so common that a few observations only pull it a little. */
    private static int medianGap(int[] sorted) {
        int[] all = IntStream.concat(Arrays.stream(sorted), IntStream.of(0, 1, 1, 2))
                .sorted()
                .toArray();
        return all[(all.length - 1) / 2];
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
