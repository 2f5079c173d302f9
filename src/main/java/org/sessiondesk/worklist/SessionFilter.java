package org.sessiondesk.worklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.LogInType;

/**
 * Which sessions a list holds. Days are the caller's business: here a period is two instants.
 *
 * @param from log-ins from this instant on
 * @param to log-ins before this instant
 * @param finding which problems the sessions have; absent for all sessions
 * @param text part of a driver's or vehicle's name, or an OnTime ID; empty for all
 */
public record SessionFilter(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable UUID driver,
        @Nullable UUID vehicle,
        @Nullable LogInType type,
        @Nullable SentState sent,
        @Nullable Mark mark,
        @Nullable FindingFilter finding,
        String text) {

    /** Every session there is. */
    public static final SessionFilter ALL = new SessionFilter(null, null, null, null, null, null, null, null, "");

    public SessionFilter {
        text = text.strip();
    }

    /** Whatever problems the sessions have. */
    public SessionFilter(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable UUID driver,
            @Nullable UUID vehicle,
            @Nullable LogInType type,
            @Nullable SentState sent,
            @Nullable Mark mark,
            String text) {
        this(from, to, driver, vehicle, type, sent, mark, null, text);
    }

    /** This filter with another period. */
    public SessionFilter between(@Nullable Instant newFrom, @Nullable Instant newTo) {
        return new SessionFilter(newFrom, newTo, driver, vehicle, type, sent, mark, finding, text);
    }

    /** This filter with a mark. */
    public SessionFilter marked(@Nullable Mark newMark) {
        return new SessionFilter(from, to, driver, vehicle, type, sent, newMark, finding, text);
    }

    /** This filter with problems. */
    public SessionFilter finding(@Nullable FindingFilter newFinding) {
        return new SessionFilter(from, to, driver, vehicle, type, sent, mark, newFinding, text);
    }

    /**
     * This filter, of open problems only: that a session has one goes without saying, and a list of what doesn't wait,
     * such as what is put aside, says nothing about them.
     */
    public SessionFilter ofOpenProblems() {
        return finding == null || finding.ofOpen() && !finding.equals(FindingFilter.ANY) ? this : finding(null);
    }
}
