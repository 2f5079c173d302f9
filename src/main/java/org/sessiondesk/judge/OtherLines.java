package org.sessiondesk.judge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the judge asks about other vehicles, for readings alone that contradict their own line. */
public interface OtherLines {

    /** A reading in a vehicle's line. */
    record Reading(UUID session, Instant at, int value) {}

    /**
     * A vehicle at a time.
     *
     * @param before the last reading of sessions that began before that time: the end mileage, else the start mileage
     * @param after the first reading of sessions that began then or later: the start mileage, else the end mileage
     */
    record Place(
            UUID vehicle,
            @Nullable Reading before,
            @Nullable Reading after) {}

    /** A session of another vehicle, with the readings round it there, as in a {@link Place}. */
    record Stray(
            LineSession session,
            @Nullable Reading before,
            @Nullable Reading after) {}

    /**
     * The vehicles other than this one whose line at that time could take readings: {@code before} is at most
     * {@code low} and not more than {@code slack} below it, or {@code after} is at least {@code high} and not more than
     * {@code slack} above it. Sessions of the vehicle asked for don't count.
     */
    List<Place> placesFor(UUID vehicle, Instant at, int low, int high, int slack);

    /**
     * The sessions with both readings between the two given ones that are not in this vehicle's line at that time: those
     * of other vehicles that began within it, and those of any vehicle that say they begin after {@code future}.
     */
    List<Stray> straysFor(UUID vehicle, Instant from, Instant until, Instant future, int low, int high);
}
