package org.sessiondesk.sandbox.fleet;

import java.time.Instant;
import java.time.ZoneId;

/**
 * How large a fleet and up to when. The same plan gives the same fleet, id for id.
 *
 * @param end the fleet's now: sessions not over by then are open
 */
public record FleetPlan(long seed, Instant end, ZoneId zone, int days, int drivers) {

    public FleetPlan {
        if (days < 1 || drivers < 1) {
            throw new IllegalArgumentException("A fleet needs a day and a driver, not " + days + " and " + drivers);
        }
    }

    int dispatchers() {
        return Math.max(1, Math.round(drivers * 5f / 36));
    }

    int ownCars() {
        return Math.round(drivers * 8f / 36);
    }

    int fleetVehicles() {
        return Math.max(1, Math.round(drivers * 30f / 36));
    }
}
