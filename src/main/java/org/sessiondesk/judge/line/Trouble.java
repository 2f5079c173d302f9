package org.sessiondesk.judge.line;

import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.SiteLimits;

/**
 * The legs round a contradiction, from the first that is part of it to the last. Everybody in it sees the same ones, so
 * that all come to the same story.
 */
record Trouble(int first, int last) {

    /** So many clean legs between two contradictions may be wrong together. */
    static final int CLEAN_BETWEEN = 2;

    /** So many legs round a trouble say what is usual; all that are in a small trouble see all of them. */
    private static final int TO_LEARN_FROM = 5;

    /** The trouble that a leg is in, if any. */
    static @Nullable Trouble around(Line line, int at, SiteLimits limits) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < line.size(); i++) {
            if (!troubled(line, i, limits)) {
                continue;
            }
            if (last >= 0 && i - last - 1 > CLEAN_BETWEEN) {
                if (at < i) {
                    break;
                }
                first = -1;
            }
            first = first < 0 ? i : first;
            last = i;
        }
        return first >= 0 && first <= at && at <= last ? new Trouble(first, last) : null;
    }

    /** As much of the line as its story hangs on. */
    Line near(Line line) {
        return line.part(from(), Math.min(line.size(), last + TO_LEARN_FROM + 1));
    }

    /** Where this is in {@link #near}. */
    Trouble there() {
        return new Trouble(first - from(), last - from());
    }

    private int from() {
        return Math.max(0, first - TO_LEARN_FROM);
    }

    private static boolean troubled(Line line, int i, SiteLimits limits) {
        return !inside(line.leg(i), limits)
                || !link(line, i, limits)
                || i + 1 < line.size() && !link(line, i + 1, limits);
    }

    private static boolean inside(Leg leg, SiteLimits limits) {
        Integer start = leg.start();
        Integer end = leg.end();
        if (start == null || end == null || leg.breaksInside()) {
            return true;
        }
        return end >= start && end - start <= limits.far();
    }

    /** Between the leg before and this one. */
    private static boolean link(Line line, int i, SiteLimits limits) {
        if (i == 0 || line.leg(i).breaksBefore()) {
            return true;
        }
        Integer before = line.leg(i - 1).outer(false);
        Integer after = line.leg(i).outer(true);
        if (before == null || after == null) {
            return true;
        }
        boolean near = line.leg(i - 1).end() != null
                && line.leg(i).start() != null
                && !line.leg(i).unread();
        int gap = after - before;
        return gap >= 0 && gap <= (near ? Usual.yard(limits) : limits.far());
    }
}
