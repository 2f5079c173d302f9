package org.sessiondesk.session;

import java.util.List;
import java.util.UUID;

/** What became of one command. If any of a call's commands is not {@link Saved}, nothing of the call was written. */
public sealed interface CorrectionOutcome {

    /** Written, with its audit entry, and queued for delivery where something is to be sent. */
    record Saved(UUID session, UUID correction, long version) implements CorrectionOutcome {}

    /** Somebody else, or a reading, changed the session meanwhile. */
    record Stale(DriverSession current) implements CorrectionOutcome {}

    /** The values can't be. */
    record Invalid(List<FieldProblem> problems) implements CorrectionOutcome {}

    /** The session may not change: its day, or the one it would come to, is settled. */
    record Locked(SettledBy by) implements CorrectionOutcome {}

    /** What the command would take back or decide isn't there any more: it has left, or was decided already. */
    record TooLate(DriverSession current) implements CorrectionOutcome {}

    /** Another command of the same call was refused, so this one wasn't written either. */
    record NotReached() implements CorrectionOutcome {}

    /**
     * What is wrong with one field.
     *
     * @param field as the command names it: a {@link SessionField}'s name, {@code REASON} or {@code NOTE}
     */
    record FieldProblem(String field, Problem problem) {}

    /** Why a value is refused (NAMES.md lists what is refused and what is only said). */
    enum Problem {
        MISSING,
        /** No whole number in 0–1,999,999. */
        OUT_OF_RANGE,
        /** Neither in the roster nor in any session read. */
        UNKNOWN,
        LOG_OUT_BEFORE_LOG_IN,
        TOO_LONG,
        /** A character that can't be kept, such as NUL. */
        UNREADABLE,
        NOTHING_CHANGED
    }
}
