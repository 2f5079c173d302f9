package org.sessiondesk.worklist;

/** What can be told about a session without any rule of the site. */
public enum Mark {
    /** No log-out, and past 14 h or a later session of the same driver exists. */
    LOG_OUT_MISSING,
    /** The end mileage is below the start. */
    ODOMETER_BACKWARDS,
    /** No log-out, but still under 14 h and the driver's newest session: at work, as far as anybody knows. */
    STILL_OUT,
    /** OnTime had it and has it no more; any of the others may be true of it, too. */
    VANISHED,
    /** A person left it out of totals; neither of the first three is told of it. */
    LEFT_OUT,
    /** A correction of ours stands in it. */
    EDITED,
    /** Made here, not by a driver's log-in. */
    ADDED,
    /** Its day is signed with it. */
    SIGNED
}
