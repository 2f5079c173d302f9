package org.sessiondesk.judge;

/** How a suggestion explains what was seen. */
public enum Cause {
    /** Two digits changed places: {@link Why#place} and {@link Why#otherPlace}. */
    DIGITS_SWAPPED,
    /** A digit was left out; it belongs at {@link Why#place}. */
    DIGIT_DROPPED,
    /** A digit was typed twice: the one at {@link Why#place} is too many. */
    DIGIT_DOUBLED,
    /** A digit slipped in at {@link Why#place}. */
    DIGIT_ADDED,
    /** The key beside was hit for the digit at {@link Why#place}. */
    NEIGHBOUR_KEY,
    /** The digit at {@link Why#place} is another one. */
    DIGIT_WRONG,
    /** Start and end mileage are each other's; both fields change together. */
    START_AND_END_SWAPPED,
    /** The trip meter was read: a distance, to be added to the reading before. */
    TRIP_METER,
    /** Miles were entered where the site counts kilometres. */
    MILES_FOR_KILOMETRES,
    /** Kilometres were entered where the site counts miles. */
    KILOMETRES_FOR_MILES,
    /** The readings continue another vehicle's line. */
    OTHER_VEHICLE,
    /** The other odometer stays: a person has to say that the vehicle got a new one. */
    NEW_ODOMETER,
    /** Where the vehicle's last reading was. */
    FOLLOWS_LAST,
    /** Where the vehicle's next reading is. */
    PRECEDES_NEXT,
    /** The vehicle's usual distance, from the readings around it. */
    USUAL_DISTANCE,
    /** When this driver usually logs out. */
    USUAL_LOG_OUT,
    /** So long before the log-out as this driver's sessions usually last. */
    USUAL_LOG_IN,
    /** When this driver logs in the next time. */
    NEXT_LOG_IN,
    /** When the vehicle is taken over. */
    VEHICLE_TAKEN_OVER,
    /** The same day of the other month, year or clock half. */
    DATE_SLIP,
    /** What the other session of the two says. */
    OTHER_SESSION
}
