package org.sessiondesk.sandbox.fleet;

/**
 * A mistake put into the fleet on purpose, with what a perfect supervisor would find.
 *
 * @param entered what OnTime shows
 * @param truth what really happened
 */
public record PlantedMistake(Kind kind, TimeClockSession entered, TimeClockSession truth) {

    /** What went wrong, in the words of the trade. */
    public enum Kind {
        FORGOTTEN_LOG_OUT,
        DIGIT_SLIP,
        WRONG_VEHICLE,
        TRIP_METER,
        KILOMETRES
    }
}
