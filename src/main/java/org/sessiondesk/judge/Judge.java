package org.sessiondesk.judge;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Says what is wrong with a session. A verdict is a function of its arguments alone; what is wrong with a session is
 * {@link #together} of the verdicts by its vehicle's line and by its driver's.
 */
public final class Judge {

    /** So many sessions before and after it in a line bear upon a session, and no others. */
    public static final int REACH = 8;

    private final SiteLimits limits;

    public Judge(SiteLimits limits) {
        this.limits = limits;
    }

    /** What a vehicle's line says of the session in the window's middle: readings, distances, overlaps. */
    public Verdict inVehicleLine(VehicleWindow window, OtherLines others) {
        throw new UnsupportedOperationException(limits + "" + window + others);
    }

    /** What a driver's line says of the session in the window's middle: times. */
    public List<Finding> inDriverLine(DriverWindow window, Instant now) {
        throw new UnsupportedOperationException(limits + "" + window + now);
    }

    /** The findings of one session from both its lines, one for each root cause, the worst first. */
    public static List<Finding> together(Collection<Finding> inVehicleLine, Collection<Finding> inDriverLine) {
        throw new UnsupportedOperationException(inVehicleLine + "" + inDriverLine);
    }
}
