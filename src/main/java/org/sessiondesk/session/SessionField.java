package org.sessiondesk.session;

/** What of a driver session can be corrected, in the order in which the editor shows it. */
public enum SessionField {
    LOG_IN,
    LOG_OUT,
    START_MILEAGE,
    END_MILEAGE,
    DRIVER,
    VEHICLE,
    TYPE
}
