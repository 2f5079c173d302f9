package org.sessiondesk.worklist;

import org.jspecify.annotations.Nullable;

/** What the vehicle did before and after a session. */
public record VehicleLine(
        @Nullable Neighbour before, @Nullable Neighbour after) {

    /** Of a session without a vehicle, or the vehicle's only one. */
    public static final VehicleLine NONE = new VehicleLine(null, null);
}
