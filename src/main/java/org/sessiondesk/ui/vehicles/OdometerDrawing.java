package org.sessiondesk.ui.vehicles;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the chart draws. Times are milliseconds of the site's own clock, as if it were UTC: the browser knows no zone but
 * its own. In the night of a clock change an hour is drawn twice, or not at all.
 *
 * @param low the lowest reading of the scale, as high is the highest: a slip beyond them is drawn at the edge
 */
record OdometerDrawing(
        long from,
        long to,
        int low,
        int high,
        List<Spot> line,
        List<Mark> breaks,
        List<Act> acts,
        List<Bar> bars,
        @Nullable Integer usualLeast,
        @Nullable Integer usualMost,
        Words words) {

    /** A reading; without one the line ends, and begins again at the next. */
    record Spot(
            long at,
            @Nullable Integer reading,
            @Nullable String says,
            @Nullable String session) {}

    /**
     * A break.
     *
     * @param beyond −1 below the scale, 1 above it, 0 where the reading stands
     */
    record Mark(long at, int reading, int beyond, boolean error, String says, String session) {}

    /** A new odometer. */
    record Act(long at, String says) {}

    /** A session's distance. */
    record Bar(long at, int distance, boolean usual, String says, String session) {}

    /** What stands at the scales. */
    record Words(String odometer, String distance, String usual) {}
}
