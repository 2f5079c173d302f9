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
    WITHDRAW
}
