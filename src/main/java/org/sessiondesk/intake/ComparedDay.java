package org.sessiondesk.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One day's comparison of the window with OnTime.
 *
 * @param passStartedAt when the pass over the window began that this day is part of
 * @param passDay 1 for the pass's first
 * @param windowFrom sessions logged in from then on belong to it
 * @param total sessions of the pass
 * @param comparedBefore of the pass, on earlier days
 * @param budget the most that this day may compare
 * @param differ were otherwise here than in OnTime
 * @param vanished OnTime has them no more
 * @param unreadable answered with something else
 * @param endedAt null while it is under way
 * @param leftOver of the pass, when the day's work ended; null before
 */
public record ComparedDay(
        long id,
        Instant passStartedAt,
        int passDay,
        Instant windowFrom,
        int total,
        int comparedBefore,
        int budget,
        int same,
        int differ,
        int vanished,
        int unreadable,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Integer leftOver) {

    /** What was found of a session that wasn't the same. */
    public enum What {
        /** Changed in OnTime, and so here, too, since. */
        CHANGED_IN_ONTIME,
        /** Corrected here; OnTime hadn't taken that yet. */
        OURS_WAITS,
        /** Changed in OnTime while ours waited to go there; ours stands. */
        CHANGED_WHILE_OURS_WAITS,
        /** Changed in OnTime and not here: its day is signed or closed. */
        DAY_SETTLED,
        /** OnTime has it no more. */
        VANISHED,
        /** What came is no record, or OnTime lists it and doesn't have it. */
        UNREADABLE;

        boolean differs() {
            return this == CHANGED_IN_ONTIME
                    || this == OURS_WAITS
                    || this == CHANGED_WHILE_OURS_WAITS
                    || this == DAY_SETTLED;
        }
    }

    /** A session that wasn't the same. */
    record Finding(UUID ontimeId, @Nullable UUID session, What what, String fields) {}

    static ComparedDay first(Instant window, int total, int budget, Instant now) {
        return new ComparedDay(0, now, 1, window, total, 0, budget, 0, 0, 0, 0, now, null, null);
    }

    /** The day after, of the same pass. */
    ComparedDay next(int before, int newBudget, Instant now) {
        return new ComparedDay(
                0, passStartedAt, passDay + 1, windowFrom, total, before, newBudget, 0, 0, 0, 0, now, null, null);
    }

    /** What wasn't the same on this day. */
    public int otherwise() {
        return differ + vanished + unreadable;
    }

    /** On this day. */
    public int compared() {
        return same + differ + vanished + unreadable;
    }

    /** Of the pass; a session that was read for another reason meanwhile needs no comparison of its own. */
    public int cameTo() {
        return leftOver == null ? Math.min(total, comparedBefore + compared()) : total - leftOver;
    }

    /** How many days the pass takes, at this day's budget. */
    public int days() {
        int later = leftOver == null ? Math.max(0, total - comparedBefore - budget) : leftOver;
        return passDay + Math.ceilDiv(later, Math.max(1, budget));
    }
}
