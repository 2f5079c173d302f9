package org.sessiondesk.session;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person wants done to one driver session. */
public sealed interface SessionCommand {

    /**
     * Change values.
     *
     * @param expectedVersion of the session as the person saw it; another one there refuses the command
     * @param values taken in the {@code changed} fields only
     * @param note free text of at most 2,000 characters, needed with {@link Reason#OTHER}
     */
    record Correct(
            UUID session,
            long expectedVersion,
            SessionValues values,
            Set<SessionField> changed,
            Reason reason,
            @Nullable String note)
            implements SessionCommand {
        public Correct {
            changed = Set.copyOf(changed);
        }
    }

    /**
     * Add a session that the driver never opened; OnTime gives it its id on delivery.
     *
     * @param request what the caller calls this wish: asked for again, because nobody could say what became of it, it
     *     adds no second session
     */
    record Create(
            SessionValues values, Reason reason, @Nullable String note, UUID request) implements SessionCommand {

        /** A wish that isn't repeated. */
        public Create(SessionValues values, Reason reason, @Nullable String note) {
            this(values, reason, note, UUID.randomUUID());
        }
    }

    /** Take back the newest correction of a session, while its delivery has had no attempt. */
    record Undo(UUID session, UUID correction) implements SessionCommand {}

    /**
     * Take back an earlier correction after it left, by a new one that is sent. Each field that it changed and that still has
     * the value it gave goes back to the one before; a field changed again since stays.
     *
     * @param expectedVersion as in {@link Correct}
     * @param correction one that changed values, or took such a change back in this way
     */
    record Revert(UUID session, long expectedVersion, UUID correction) implements SessionCommand {}

    /**
     * Decide a conflict and send the result.
     *
     * @param keepOurs the fields in which our values stand; in all others OnTime's last-known values are taken
     * @param ontime OnTime's values as the person saw them; others there by now refuse the command
     */
    record Resolve(UUID session, long expectedVersion, Set<SessionField> keepOurs, SessionValues ontime)
            implements SessionCommand {
        public Resolve {
            keepOurs = Set.copyOf(keepOurs);
        }
    }

    /**
     * Use OnTime's values after a refusal or conflict, or where a settled day kept them away; or discard a create that
     * never arrived.
     *
     * @param ontime as in {@link Resolve}; null where OnTime has none
     */
    record Withdraw(
            UUID session, long expectedVersion, @Nullable SessionValues ontime) implements SessionCommand {}

    /**
     * Leave a session out of all totals: a duplicate, or somebody's test. Nothing is sent, since OnTime documents no way
     * to delete one.
     *
     * @param reason one of {@link Reason#OF_LEAVING_OUT}
     */
    record LeaveOut(
            UUID session,
            long expectedVersion,
            Reason reason,
            @Nullable String note) implements SessionCommand {
        public LeaveOut {
            if (!Reason.OF_LEAVING_OUT.contains(reason)) {
                throw new IllegalArgumentException(reason + " is no reason to leave a session out");
            }
        }
    }

    /** Take back that it was left out. */
    record CountAgain(UUID session, long expectedVersion) implements SessionCommand {}
}
