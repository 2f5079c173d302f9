package org.sessiondesk.session;

/** Why a person corrected a session; the codes stand in tables, trail and exports. */
public enum Reason {
    FORGOT_LOG_IN,
    FORGOT_LOG_OUT,
    READING_MISTYPED,
    WRONG_VEHICLE,
    WRONG_DRIVER,
    APP_FAILED,
    DUPLICATE,
    /** Needs a note. */
    OTHER
}
