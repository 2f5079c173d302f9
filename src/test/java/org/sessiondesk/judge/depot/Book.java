package org.sessiondesk.judge.depot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.LineSession;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.site.Site.DistanceUnit;

/** How it was, and what is on record of it. */
final class Book {

    private final List<Trip> trips;
    private final Instant now;
    private final DistanceUnit unit;
    private final Map<UUID, List<Trip>> vans = new HashMap<>();
    private final Map<UUID, List<Trip>> accounts = new HashMap<>();
    private final Map<UUID, LineSession> records = new LinkedHashMap<>();

    Book(List<Trip> all, Instant now, DistanceUnit unit) {
        this.trips = all.stream()
                .filter(trip -> !trip.in().isAfter(now))
                .sorted(Trip.BY_LOG_IN)
                .toList();
        this.now = now;
        this.unit = unit;
        for (var trip : trips) {
            vans.computeIfAbsent(trip.vehicle(), none -> new ArrayList<>()).add(trip);
            accounts.computeIfAbsent(trip.driver(), none -> new ArrayList<>()).add(trip);
            boolean open = trip.out().isAfter(now);
            var values = open ? trip.values(trip.vehicle(), trip.in(), null, trip.start(), null) : trip.values();
            records.put(trip.id(), Trip.session(trip.id(), values, open));
        }
    }

    List<Trip> trips() {
        return trips;
    }

    Instant now() {
        return now;
    }

    DistanceUnit unit() {
        return unit;
    }

    Map<UUID, LineSession> records() {
        return records;
    }

    List<Trip> inVan(UUID vehicle) {
        return vans.getOrDefault(vehicle, List.of());
    }

    List<Trip> by(UUID account) {
        return accounts.getOrDefault(account, List.of());
    }

    List<UUID> measuredVans() {
        return vans.keySet().stream()
                .filter(van -> inVan(van).getFirst().measured())
                .sorted()
                .toList();
    }

    /** The trip so many places on in a line. */
    static @Nullable Trip beside(List<Trip> line, Trip trip, int step) {
        int i = line.indexOf(trip) + step;
        return i < 0 || i >= line.size() ? null : line.get(i);
    }

    @Nullable
    SessionValues record(Trip trip) {
        var session = records.get(trip.id());
        return session == null ? null : session.values();
    }

    /** Whether a reading is on record as it was, in its own line and place. */
    boolean right(Trip trip, boolean start) {
        var record = record(trip);
        return record != null
                && trip.measured()
                && trip.vehicle().equals(record.vehicle())
                && trip.in().equals(record.logIn())
                && Objects.equals(
                        start ? trip.start() : trip.end(), start ? record.startMileage() : record.endMileage());
    }
}
