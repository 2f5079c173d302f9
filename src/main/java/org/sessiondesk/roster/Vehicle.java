package org.sessiondesk.roster;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle of OnTime.
 *
 * @param name what people call it: the Fleet ID, else the registration plate, else the first 8 digits of the id
 * @param fleetId OnTime asks a driver for the odometer only where there is one
 */
public record Vehicle(
        UUID ontimeId,
        String name,
        @Nullable String fleetId,
        @Nullable String registrationPlate,
        boolean company) {}
