package org.sessiondesk.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be done about one command: a change that is allowed, or why not. */
sealed interface CorrectionPlan {

    /**
     * Allowed.
     *
     * @param row the locked session; absent for one to be added
     * @param takenBack the correction that this takes back
     * @param request what the caller calls the wish to add it
     * @param discard the session was never OnTime's and leaves all lists
     */
    record Change(
            @Nullable SessionRow row,
            SessionValues after,
            CorrectionKind kind,
            @Nullable Reason reason,
            @Nullable String note,
            @Nullable CorrectionRow takenBack,
            @Nullable UUID request,
            boolean discard,
            boolean edited)
            implements CorrectionPlan {

        Change(
                SessionRow row,
                SessionValues after,
                CorrectionKind kind,
                @Nullable Reason reason,
                @Nullable String note,
                @Nullable CorrectionRow takenBack,
                boolean discard,
                boolean edited) {
            this(row, after, kind, reason, note, takenBack, null, discard, edited);
        }
    }

    /** Not allowed. */
    record Refusal(CorrectionOutcome outcome) implements CorrectionPlan {}
}
