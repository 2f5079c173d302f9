package org.sessiondesk.daycheck;

/** Whose rows a board has. */
public enum By {
    DRIVER,
    VEHICLE
}
