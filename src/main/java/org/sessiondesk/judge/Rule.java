package org.sessiondesk.judge;

/** What can be wrong with a session. The codes are public: addresses, exports and settings hold on to them. */
public enum Rule {
    /** The end mileage is below the start mileage, and nothing more exact is known. */
    END_BEFORE_START,
    /** A reading is lower than the vehicle's last. */
    ODOMETER_BACKWARDS,
    /** Miles are missing between one session's end and the next one's start. */
    MILEAGE_GAP,
    /** Two sessions have the same vehicle at the same time. */
    VEHICLE_OVERLAP,
    /** Two sessions have the same driver at the same time. */
    DRIVER_OVERLAP,
    /** The log-out is before the log-in. */
    LOG_OUT_BEFORE_LOG_IN,
    /** There is no log-out, and the driver isn't logged in any more. */
    LOG_OUT_MISSING,
    /** The log-out is the driver's next log-in or midnight: a machine closed a session that nobody had. */
    LOG_OUT_BY_MACHINE,
    /** Nobody drives that far in that time. */
    DISTANCE_IMPOSSIBLE,
    /** Farther than this vehicle's sessions go, or than the site wants to be told of. */
    DISTANCE_UNUSUAL,
    /** Longer than the site wants to be told of, or far longer than this driver's sessions are. */
    DURATION_LONG,
    /** The vehicle didn't move, though the readings around say that it did. */
    DISTANCE_ZERO,
    /** A distance stands where an odometer reading should. */
    TRIP_METER,
    /** Miles where kilometres should be, or the other way round. */
    UNIT_MIXED,
    /** A reading that becomes right by mending one slip of the hand. */
    DIGIT_SLIP,
    /** Start and end mileage are each other's. */
    SWAPPED,
    /** The readings are another vehicle's. */
    WRONG_VEHICLE,
    /** The log-in hasn't come yet. */
    LOG_IN_FUTURE,
    /** The same session a second time. */
    DUPLICATE,
    /** One of two readings is missing, in a vehicle whose others are there. */
    READING_MISSING
}
