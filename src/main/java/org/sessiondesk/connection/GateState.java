package org.sessiondesk.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.Limits;
import org.sessiondesk.ontime.NotAuthorisedWhy;

/**
 * How the site stands with OnTime.
 *
 * @param closed until a person mends something; null while the gate is open
 * @param pausedUntil OnTime's own limit is reached; may lie in the past, then it counts no longer
 * @param unreachable since the first of a run of failures; null while OnTime answers
 * @param limits as newest seen by any instance; null before the first
 */
public record GateState(
        @Nullable Closed closed,
        @Nullable Instant pausedUntil,
        @Nullable Unreachable unreachable,
        @Nullable Limits limits) {

    /** Whether deliveries that wait show as Held. */
    public boolean held() {
        return closed != null;
    }

    /** Whether OnTime's own limit keeps the site quiet. */
    public boolean paused(Instant now) {
        return pausedUntil != null && pausedUntil.isAfter(now);
    }

    /**
     * The key, its permission or the address isn't right.
     *
     * @param by what met with it
     * @param words OnTime's or ours, as text
     * @param triesAgain when the next single request is let through
     */
    public record Closed(NotAuthorisedWhy why, String words, Errand by, Instant since, Instant triesAgain) {

        /** Whether it stops the errand: what only sending may not do, reading still may. */
        public boolean stops(Errand errand) {
            return errand == Errand.SENDING || by == Errand.READING || aboutTheKey();
        }

        private boolean aboutTheKey() {
            return why == NotAuthorisedWhy.KEY_REFUSED || why == NotAuthorisedWhy.KEY_MISSING;
        }
    }

    /**
     * OnTime doesn't answer, or with faults of its own.
     *
     * @param why the newest, in words
     * @param triesAgain when the next request is let through; null while the run is too short to pause the site
     */
    public record Unreachable(
            Instant since,
            int failures,
            String why,
            @Nullable Instant triesAgain) {}
}
