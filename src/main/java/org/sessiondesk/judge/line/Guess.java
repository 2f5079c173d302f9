package org.sessiondesk.judge.line;

import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Cause;

/**
 * A value that a reading may really have had.
 *
 * @param cost that it was written as it stands, see {@link Costs}
 * @param cause absent for the reading as it stands
 */
record Guess(int value, double cost, @Nullable Cause cause, int place, int otherPlace) {

    static Guess seen(int value) {
        return new Guess(value, 0, null, 0, 0);
    }

    static Guess of(int value, double cost, Cause cause) {
        return new Guess(value, cost, cause, 0, 0);
    }

    boolean isSeen() {
        return cause == null;
    }

    boolean swapped() {
        return cause == Cause.START_AND_END_SWAPPED;
    }

    boolean unit() {
        return cause == Cause.MILES_FOR_KILOMETRES || cause == Cause.KILOMETRES_FOR_MILES;
    }
}
