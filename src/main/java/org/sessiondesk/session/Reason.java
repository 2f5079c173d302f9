package org.sessiondesk.session;

import java.util.List;

/** Why a person corrected a session; the codes stand in tables, trail and exports. */
public enum Reason {
    FORGOT_LOG_IN,
    FORGOT_LOG_OUT,
    READING_MISTYPED,
    WRONG_VEHICLE,
    WRONG_DRIVER,
    APP_FAILED,
    DUPLICATE,
    /** Only of what is left out of totals. */
    TEST_LOG_IN,
    /** Needs a note. */
    OTHER;

    /** Why values are corrected, in the order in which people choose. */
    public static final List<Reason> OF_CORRECTIONS = List.of(
            FORGOT_LOG_IN, FORGOT_LOG_OUT, READING_MISTYPED, WRONG_VEHICLE, WRONG_DRIVER, APP_FAILED, DUPLICATE, OTHER);

    /** Why a session is left out of totals. */
    public static final List<Reason> OF_LEAVING_OUT = List.of(DUPLICATE, TEST_LOG_IN, OTHER);
}
