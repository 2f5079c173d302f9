package org.sessiondesk.session;

/** What a correction did. */
public enum CorrectionKind {
    /** Changed values. */
    CORRECT,
    /** Added a session. */
    CREATE,
    /** Took back a correction before it left. */
    UNDO,
    /** Took back a correction that had left, by a new one. */
    REVERT,
    /** Decided a conflict: ours where chosen, OnTime's elsewhere, to be sent. */
    RESOLVE,
    /** Gave ours up for OnTime's values, or discarded a create that never arrived: nothing is sent. */
    WITHDRAW,
    /** Left it out of totals; its values stay, and nothing is sent. */
    LEAVE_OUT,
    /** Took that back. */
    COUNT_AGAIN;

    /** Whether it is about the session's values, and so about what OnTime is to have. */
    public boolean ofValues() {
        return this != LEAVE_OUT && this != COUNT_AGAIN;
    }

    /** Whether it can be taken back as long as nothing has left. */
    public boolean canBeUndone() {
        return this == CORRECT || this == CREATE || this == REVERT;
    }
}
