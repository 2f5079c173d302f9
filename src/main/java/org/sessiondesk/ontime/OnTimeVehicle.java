package org.sessiondesk.ontime;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle of OnTime. Its app asks a driver for the odometer only where there is a Fleet ID.
 *
 * @param make OnTime's {@code Manufacturer}
 * @param text OnTime's record whole, as it came
 */
public record OnTimeVehicle(
        UUID id,
        @Nullable String fleetId,
        @Nullable String registrationPlate,
        @Nullable String make,
        @Nullable String model,
        @Nullable Integer year,
        @Nullable Integer odometerReading,
        boolean companyVehicle,
        String text) {}
