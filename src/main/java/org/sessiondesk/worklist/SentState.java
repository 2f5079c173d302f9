package org.sessiondesk.worklist;

/** How the sending of a session's corrections to OnTime stands, as lists show it. */
public enum SentState {
    WAITING,
    SENDING,
    ACCEPTED,
    REJECTED,
    /** Waiting while OnTime refuses our key; never stored. */
    HELD,
    UNCERTAIN,
    CONFLICT,
    WITHDRAWN
}
