package org.sessiondesk.worklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The session before or after another in a vehicle's line.
 *
 * @param at when it ended, or began, on the side that touches the other; absent if that isn't known
 * @param mileage the odometer on that side
 */
public record Neighbour(
        UUID session,
        @Nullable String driver,
        @Nullable Instant at,
        @Nullable Integer mileage) {}
