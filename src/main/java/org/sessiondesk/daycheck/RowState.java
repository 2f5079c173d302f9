package org.sessiondesk.daycheck;

/** How a row of a day stands, in the order in which people look at them. */
public enum RowState {
    /** A session is open, has an error, or waits for a person to decide what goes to OnTime. */
    HAS_PROBLEMS,
    /** Nothing began or counts on this day of somebody who usually works on it: no word on whether they worked. */
    NOTHING_ENTERED,
    /** Nothing stands against it; warnings may. */
    READY,
    /** Nothing counts on this day, and a person said that nobody worked. */
    NOT_WORKED,
    /** A person signed it. */
    SIGNED,
    /** Only parts of nights that count on another day. */
    COUNTS_ELSEWHERE
}
