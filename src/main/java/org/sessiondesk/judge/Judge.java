package org.sessiondesk.judge;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.sessiondesk.judge.line.VehicleLine;
import org.sessiondesk.judge.time.DriverLine;

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

    /**
     * What a vehicle's line says of the session in the window: readings, distances, overlaps.
     *
     * @param others asked only about readings that contradict their line
     * @param now what begins later can't be true
     */
    public Verdict inVehicleLine(VehicleWindow window, OtherLines others, Instant now) {
        return inVehicleLines(others, now).apply(window);
    }

    /**
     * As {@link #inVehicleLine} for many windows, by one thread. What neighbours have in common is worked out once if
     * they are asked about one after another.
     */
    public Function<VehicleWindow, Verdict> inVehicleLines(OtherLines others, Instant now) {
        return new VehicleLine(others, limits, now)::verdict;
    }

    /**
     * Whether it bears upon the verdict what the drivers of the window's sessions did before and after; else
     * {@link Placed} may leave that out.
     */
    public static boolean asksDrivers(VehicleWindow window) {
        return VehicleLine.asksDrivers(window);
    }

    /** What a driver's line says of the session in the window: times. */
    public List<Finding> inDriverLine(DriverWindow window, Instant now) {
        return DriverLine.findings(window, limits, now);
    }

    /** The findings of one session from both its lines, one for each root cause, the worst first. */
    public static List<Finding> together(Collection<Finding> inVehicleLine, Collection<Finding> inDriverLine) {
        return RootCauses.of(inVehicleLine, inDriverLine);
    }
}
