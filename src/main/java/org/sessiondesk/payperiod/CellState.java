package org.sessiondesk.payperiod;

/** How a driver's day of a pay period stands. */
public enum CellState {
    /** Somebody signed it. */
    SIGNED,
    /** Something counts, and nothing stands against signing it; warnings may. */
    READY,
    /** A session is open, has an error, or waits for a person to decide what goes to OnTime. */
    HAS_PROBLEMS,
    /** Nothing began or counts of somebody who usually works on that day: no word on whether they worked. */
    NOTHING_ENTERED,
    /** A person said that they did not work. */
    OFF,
    /** Nothing counts, and nothing was expected. */
    NOTHING
}
