package org.sessiondesk.judge.fleet;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.LineSession;
import org.sessiondesk.judge.NewOdometer;
import org.sessiondesk.session.SessionValues;

/** A month as it was, up to now. */
final class Month {

    private final ZoneId zone;
    private final Gauge gauge;
    private final Instant now;
    private final List<Drive> drives;
    private final List<NewOdometer> replaced;
    private final Map<UUID, List<Drive>> ofVehicle = new HashMap<>();
    private final Map<UUID, List<Drive>> ofDriver = new HashMap<>();

    Month(ZoneId zone, Gauge gauge, Instant now, List<Drive> all, List<NewOdometer> replaced) {
        this.zone = zone;
        this.gauge = gauge;
        this.now = now;
        this.drives = all.stream()
                .filter(drive -> !drive.logIn().isAfter(now))
                .sorted(Drive.IN_LINE)
                .toList();
        this.replaced = replaced.stream().filter(act -> !act.at().isAfter(now)).toList();
        for (var drive : drives) {
            ofDriver.computeIfAbsent(drive.driver(), none -> new ArrayList<>()).add(drive);
            if (drive.measured()) {
                ofVehicle
                        .computeIfAbsent(drive.vehicle(), none -> new ArrayList<>())
                        .add(drive);
            }
        }
    }

    ZoneId zone() {
        return zone;
    }

    Gauge gauge() {
        return gauge;
    }

    Instant now() {
        return now;
    }

    /** By log-in. */
    List<Drive> drives() {
        return drives;
    }

    List<NewOdometer> replaced() {
        return replaced;
    }

    boolean over(Drive drive) {
        return !drive.logOut().isAfter(now);
    }

    /** A vehicle's drives by log-in, empty for one whose mileage isn't kept. */
    List<Drive> line(@Nullable UUID vehicle) {
        return vehicle == null ? List.of() : ofVehicle.getOrDefault(vehicle, List.of());
    }

    List<Drive> by(UUID driver) {
        return ofDriver.getOrDefault(driver, List.of());
    }

    List<UUID> vehicles() {
        return ofVehicle.keySet().stream().sorted().toList();
    }

    Optional<Drive> nextBy(Drive drive) {
        return by(drive.driver()).stream()
                .filter(other -> Drive.IN_LINE.compare(other, drive) > 0)
                .findFirst();
    }

    Optional<Drive> nextIn(Drive drive) {
        return line(drive.vehicle()).stream()
                .filter(other -> Drive.IN_LINE.compare(other, drive) > 0)
                .findFirst();
    }

    Optional<Drive> lastIn(Drive drive) {
        return line(drive.vehicle()).stream()
                .filter(other -> Drive.IN_LINE.compare(other, drive) < 0)
                .max(Drive.IN_LINE);
    }

    /** Whether the vehicle got another odometer between the two. */
    boolean replacedBetween(Drive earlier, Drive later) {
        return replaced.stream()
                .anyMatch(act -> act.vehicle().equals(earlier.vehicle())
                        && act.at().isAfter(earlier.logIn())
                        && !act.at().isAfter(later.logIn()));
    }

    /** As it is recorded without a mistake: what goes on is open. */
    LineSession recorded(Drive drive) {
        var values = drive.values();
        if (over(drive)) {
            return new LineSession(drive.id(), values, false, false, false);
        }
        var open = new SessionValues(
                values.driver(), values.vehicle(), values.type(), values.logIn(), null, values.startMileage(), null);
        return new LineSession(drive.id(), open, true, false, false);
    }
}
