package org.sessiondesk.sandbox.fleet;

import java.util.UUID;

/**
 * A vehicle of OnTime.
 *
 * @param fleetId empty for a driver's own car, for which OnTime asks no odometer
 * @param odometer its last reading
 */
public record Vehicle(
        UUID id,
        String fleetId,
        String plate,
        String vin,
        String manufacturer,
        String model,
        int year,
        int odometer,
        boolean company) {

    Vehicle withOdometer(int reading) {
        return new Vehicle(id, fleetId, plate, vin, manufacturer, model, year, reading, company);
    }
}
