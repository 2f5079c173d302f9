package org.sessiondesk.judge;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.SessionField;

/**
 * One mistake that somebody made while recording, or that a machine made for them.
 *
 * @param session whose record is wrong; of a missing session the next one in its vehicle's line
 * @param other the record that is wrong with as much right, as the facts can't tell which: the other of two duplicates,
 *     the session before a gap, the other of two that overlap
 * @param truth how it was, by each field recorded wrongly; empty where a whole session is one too many or too few
 * @param leavesTrace whether the rest of the fleet contradicts it at all
 * @param tellable of a slip: whether what was written still says the last digit of what should have been; where it
 *     doesn't, a neighbour tells only to within the miles that a van is moved without a session
 * @param bounded readings of {@code truth} next to which the line has a true reading at most three miles away
 */
public record Mistake(
        UUID session,
        @Nullable UUID other,
        Kind kind,
        Map<SessionField, Object> truth,
        boolean leavesTrace,
        boolean tellable,
        Set<SessionField> bounded) {

    /** What went wrong. */
    public enum Kind {
        TRANSPOSED_DIGITS(true),
        DROPPED_DIGIT(true),
        DOUBLED_DIGIT(true),
        NEIGHBOUR_KEY(true),
        WRONG_DIGIT(true),
        START_AND_END_SWAPPED(true),
        TRIP_METER_AT_END(true),
        TRIP_METER_AT_START(true),
        WRONG_VEHICLE(true),
        MILES_FOR_KILOMETRES(false),
        FORGOTTEN_LOG_OUT(false),
        CLOSED_BY_MACHINE(false),
        LOG_OUT_BEFORE_LOG_IN(false),
        LOG_IN_IN_FUTURE(false),
        DUPLICATE(false),
        OVERLAP_BY_WRONG_TIME(false),
        ZERO_DISTANCE(false),
        SESSION_MISSING(false),
        /** So far that nobody drives it in that time, by a reading or by a time. */
        IMPOSSIBLE_DISTANCE(false);

        private final boolean slip;

        Kind(boolean slip) {
            this.slip = slip;
        }

        /** Whether it is a slip of the hand, whose truth can be told from what was written. */
        public boolean slip() {
            return slip;
        }
    }
}
