package org.sessiondesk.judge.line;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.LineSession;

/**
 * A session of which at least one reading is there.
 *
 * @param start absent if it isn't recorded, or a person said that it isn't known
 * @param in seconds since 1970
 * @param out as {@code in}; {@link #OPEN} while there is none that can be
 * @param unread whether sessions without readings lie between the leg before and this one
 * @param breaksBefore whether the vehicle got a new odometer between the leg before and this one
 * @param breaksInside whether it got it on the way
 */
record Leg(
        LineSession session,
        @Nullable Integer start,
        @Nullable Integer end,
        long in,
        long out,
        boolean unread,
        boolean breaksBefore,
        boolean breaksInside) {

    static final long OPEN = Long.MIN_VALUE;

    UUID id() {
        return session.id();
    }

    @Nullable
    Integer reading(boolean atStart) {
        return atStart ? start : end;
    }

    /** The reading that stands next to the leg before or after. */
    @Nullable
    Integer outer(boolean first) {
        Integer near = first ? start : end;
        return near != null ? near : first ? end : start;
    }

    /** A trip meter shows 0 right after the log-out or log-in at which it was reset; nobody writes 0 for nothing. */
    boolean startsAtZero() {
        Integer written = session.values().startMileage();
        return written != null && written == 0 && !session.startNotKnown();
    }

    boolean whole() {
        return start != null && end != null;
    }

    Leg with(boolean unreadBefore, boolean breakBefore) {
        return new Leg(session, start, end, in, out, unreadBefore, breakBefore, breaksInside);
    }
}
