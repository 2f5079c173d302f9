package org.sessiondesk.sandbox.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** The vehicles, each with an odometer that only runs forward, and who drives which. */
final class Garage {

    private static final List<String> MODELS =
            List.of("Ford/Transit", "Mercedes-Benz/Sprinter", "Ram/ProMaster", "Chevrolet/Express", "Nissan/NV200");
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

    private final Random random;
    private final List<Vehicle> company = new ArrayList<>();
    private final List<Vehicle> own = new ArrayList<>();
    private final Map<UUID, Vehicle> homes = new HashMap<>();
    private final Map<UUID, Integer> odometers = new HashMap<>();
    private final Map<UUID, Instant> freeFrom = new HashMap<>();

    Garage(FleetPlan plan, Roster roster, Random random) {
        this.random = random;
        for (int i = 1; i <= plan.fleetVehicles(); i++) {
            company.add(vehicle((i % 6 == 0 ? "Truck " : "Van ") + i));
        }
        for (int i = 0; i < plan.ownCars(); i++) {
            own.add(vehicle(""));
        }
        var drivers = roster.drivers();
        for (int i = 0; i < drivers.size(); i++) {
            int fromEnd = drivers.size() - 1 - i;
            homes.put(drivers.get(i).id(), fromEnd < own.size() ? own.get(fromEnd) : company.get(i % company.size()));
        }
        company.forEach(vehicle -> odometers.put(vehicle.id(), vehicle.odometer()));
    }

    private Vehicle vehicle(String fleetId) {
        var model = MODELS.get(random.nextInt(MODELS.size())).split("/", 2);
        var plate = String.format(Locale.ROOT, "%d%s%03d", 1 + random.nextInt(9), letters(3), random.nextInt(1000));
        var vin = letters(2)
                + String.format(Locale.ROOT, "%015d", Math.floorMod(random.nextLong(), 1_000_000_000_000_000L));
        int odometer = 4_000 + random.nextInt(random.nextInt(4) == 0 ? 300_000 : 120_000);
        boolean ours = !fleetId.isEmpty();
        return new Vehicle(
                Ids.next(random),
                fleetId,
                plate,
                vin,
                model[0],
                model[1],
                2014 + random.nextInt(12),
                ours ? odometer : 0,
                ours);
    }

    private String letters(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** Takes the driver's own vehicle, else one that stands in the yard, and runs its odometer on. */
    Ride ride(Shift shift) {
        var home = homeOf(shift.person());
        if (!home.company()) {
            return new Ride(home.id(), 0, 0);
        }
        var vehicle = standing(home, shift.start()) && random.nextInt(20) != 0 ? home : otherThan(home, shift.start());
        int gap = random.nextInt(10) == 0 ? 4 + random.nextInt(20) : random.nextInt(4);
        int start = odometers.getOrDefault(vehicle.id(), 0) + gap;
        odometers.put(vehicle.id(), start + shift.distance());
        freeFrom.put(vehicle.id(), shift.end());
        return new Ride(vehicle.id(), start, start + shift.distance());
    }

    private Vehicle homeOf(Person driver) {
        return homes.getOrDefault(driver.id(), company.getFirst());
    }

    private boolean standing(Vehicle vehicle, Instant at) {
        return !freeFrom.getOrDefault(vehicle.id(), Instant.MIN).isAfter(at);
    }

    private Vehicle otherThan(Vehicle home, Instant at) {
        // From the spares backwards: the last ones are nobody's own.
        for (int i = company.size() - 1; i >= 0; i--) {
            if (standing(company.get(i), at) && !company.get(i).equals(home)) {
                return company.get(i);
            }
        }
        return home;
    }

    List<Vehicle> company() {
        return company;
    }

    /** All vehicles with their odometers as they stand now. */
    List<Vehicle> vehicles() {
        var all = new ArrayList<Vehicle>();
        company.forEach(vehicle -> all.add(vehicle.withOdometer(odometers.getOrDefault(vehicle.id(), 0))));
        all.addAll(own);
        return all;
    }

    /** A vehicle taken and its readings; both 0 in a driver's own car. */
    record Ride(UUID vehicle, int startMileage, int endMileage) {}
}
