package org.sessiondesk.daycheck;

/** How a row of a day stands, in the order in which people look at them. */
public enum RowState {
    /** A session is open, has an error, or waits for a person to decide what goes to OnTime. */
    HAS_PROBLEMS,
    /** Nothing counts on this day of somebody who usually works that weekday: no word on whether they worked. */
    NOTHING_ENTERED,
    /** Nothing stands against it; warnings may. */
    READY,
    /** Only parts of nights that count on another day. */
    COUNTS_ELSEWHERE
}
