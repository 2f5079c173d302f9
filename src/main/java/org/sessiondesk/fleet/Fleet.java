package org.sessiondesk.fleet;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sessiondesk.account.Role;
import org.sessiondesk.judge.Rule;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The vehicles, and one vehicle's line of readings. */
@Service
@PreAuthorize(Role.MAY_VIEW)
@Transactional(readOnly = true)
public class Fleet {

    /** So many sessions of a period are given at most, the newest. */
    public static final int MOST_TRIPS = 1_000;

    /** So many breaks of a period are given at most, the newest. */
    public static final int MOST_BREAKS = 100;

    /** What breaks a line of readings; a distance that is only unusual doesn't. */
    public static final Set<Rule> BREAKING = Set.of(
            Rule.END_BEFORE_START,
            Rule.ODOMETER_BACKWARDS,
            Rule.MILEAGE_GAP,
            Rule.DISTANCE_IMPOSSIBLE,
            Rule.TRIP_METER,
            Rule.UNIT_MIXED,
            Rule.DIGIT_SLIP,
            Rule.SWAPPED,
            Rule.WRONG_VEHICLE);

    private final FleetQueries queries;
    private final InstantSource clock;

    Fleet(FleetQueries queries, InstantSource clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /** Vehicles whose name or plate contains the text, by name. */
    public List<FleetVehicle> page(String text, int offset, int limit) {
        return queries.page(text, offset, limit, clock.instant());
    }

    /** How many those are. */
    public int count(String text) {
        return queries.count(text);
    }

    /** One of them; also one that only sessions name. */
    public Optional<FleetVehicle> vehicle(UUID id) {
        return queries.vehicle(id, clock.instant());
    }

    /** Its sessions that began in a period, the newest {@link #MOST_TRIPS} of them, the oldest first. */
    public List<Trip> trips(UUID vehicle, Instant from, Instant to) {
        return queries.trips(vehicle, from, to, clock.instant(), MOST_TRIPS).reversed();
    }

    /** Where its readings break in a period, the newest {@link #MOST_BREAKS}, the newest first. */
    public List<OdometerBreak> breaks(UUID vehicle, Instant from, Instant to) {
        return queries.breaks(vehicle, from, to, MOST_TRIPS, MOST_BREAKS);
    }

    /** How far it usually goes; empty for one with too few sessions to tell. */
    public Optional<UsualDistance> usual(UUID vehicle) {
        return queries.usual(vehicle);
    }

    /** When its newest session began; empty if it has none. */
    public Optional<Instant> lastDriven(UUID vehicle) {
        return queries.lastDriven(vehicle);
    }

    /** What people said of new odometers, the newest first. */
    public List<NewOdometerAct> newOdometers(UUID vehicle) {
        return queries.newOdometers(vehicle);
    }

    /** Whether any of these sessions is this vehicle's. */
    public boolean drove(UUID vehicle, Collection<UUID> sessions) {
        return queries.drove(vehicle, sessions);
    }
}
