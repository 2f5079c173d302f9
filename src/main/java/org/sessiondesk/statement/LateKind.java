package org.sessiondesk.statement;

/** Why a settled day isn't settled after all. */
public enum LateKind {
    /** OnTime changed a session of it; a person has to decide. */
    CHANGED,
    /** A session came late; it is in no total until a person decides. */
    NEW,
    /** A session is gone from OnTime; a person has to decide. */
    GONE,
    /** OnTime refused what was sent. */
    REJECTED,
    /** It was changed in OnTime while ours was on its way. */
    CONFLICT,
    /** Nobody knows whether it arrived. */
    UNCERTAIN,
    /** The session isn't as it was signed. */
    NOT_AS_SIGNED,
    /** The day isn't paid as it is signed. */
    NOT_AS_PAID,
    /** The driver has another payroll number than under which they were paid. */
    RENUMBERED
}
