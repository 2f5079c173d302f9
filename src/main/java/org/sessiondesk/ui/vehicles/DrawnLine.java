package org.sessiondesk.ui.vehicles;

import static org.sessiondesk.ui.Messages.t;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.fleet.NewOdometerAct;
import org.sessiondesk.fleet.OdometerBreak;
import org.sessiondesk.fleet.Trip;
import org.sessiondesk.fleet.UsualDistance;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.ui.vehicles.OdometerDrawing.Act;
import org.sessiondesk.ui.vehicles.OdometerDrawing.Bar;
import org.sessiondesk.ui.vehicles.OdometerDrawing.Mark;
import org.sessiondesk.ui.vehicles.OdometerDrawing.Spot;

/**
 * Turns a period of a vehicle's line into a drawing. Readings that are found wrong are marks and no part of the line, and
 * don't stretch its scale: one slipped digit would make everything else flat.
 */
final class DrawnLine {

    private final VehicleLineWords words;
    private final List<Trip> trips;
    private final List<OdometerBreak> breaks;
    private final Map<UUID, Trip> byId = new HashMap<>();
    private final Map<UUID, Set<SessionField>> wrong = new HashMap<>();

    DrawnLine(List<Trip> trips, List<OdometerBreak> breaks, VehicleLineWords words) {
        this.trips = trips;
        this.breaks = breaks;
        this.words = words;
        trips.forEach(trip -> byId.put(trip.session(), trip));
        breaks.forEach(one ->
                wrong.computeIfAbsent(one.session(), _ -> new HashSet<>()).addAll(wrongReadings(one)));
    }

    OdometerDrawing draw(Instant from, Instant to, List<NewOdometerAct> acts, @Nullable UsualDistance usual) {
        var inside = acts.stream()
                .filter(act -> !act.since().isBefore(from) && act.since().isBefore(to))
                .toList();
        var line = line(inside);
        int[] readings = readings(line);
        int least = IntStream.of(readings).min().orElse(0);
        int most = IntStream.of(readings).max().orElse(100);
        int room = Math.max(5, (most - least) / 12);
        int low = Math.max(0, least - room);
        int high = most + room;
        return new OdometerDrawing(
                wall(from),
                wall(to),
                low,
                high,
                line,
                marks(low, high),
                inside.stream()
                        .map(act -> new Act(wall(act.since()), words.act(act)))
                        .toList(),
                bars(usual),
                usual == null ? null : usual.least(),
                usual == null ? null : usual.most(),
                new OdometerDrawing.Words(
                        t("vehicles.chart.odometer", words.unit()),
                        t("vehicles.chart.distance", words.unit()),
                        usual == null ? "" : t("vehicles.chart.usual")));
    }

    private List<Spot> line(List<NewOdometerAct> acts) {
        var spots = new ArrayList<Spot>();
        for (var trip : trips) {
            var bad = wrong.getOrDefault(trip.session(), Set.of());
            if (trip.start() != null && !bad.contains(SessionField.START_MILEAGE)) {
                spots.add(spot(trip, trip.logIn(), trip.start()));
            }
            if (trip.end() != null && !bad.contains(SessionField.END_MILEAGE)) {
                spots.add(spot(trip, ended(trip), trip.end()));
            }
        }
        acts.forEach(act -> spots.add(new Spot(wall(act.since()), null, null, null)));
        // Where an odometer changes, the gap comes before the reading of the same moment.
        spots.sort(Comparator.comparingLong(Spot::at).thenComparing(spot -> spot.reading() != null));
        return spots;
    }

    private Spot spot(Trip trip, Instant at, int reading) {
        return new Spot(wall(at), reading, words.trip(trip), trip.session().toString());
    }

    private int[] readings(List<Spot> line) {
        var sound = line.stream()
                .flatMapToInt(spot -> spot.reading() == null ? IntStream.empty() : IntStream.of(spot.reading()))
                .toArray();
        return sound.length > 0
                ? sound
                : trips.stream()
                        .flatMapToInt(trip -> IntStream.concat(
                                trip.start() == null ? IntStream.empty() : IntStream.of(trip.start()),
                                trip.end() == null ? IntStream.empty() : IntStream.of(trip.end())))
                        .toArray();
    }

    private List<Mark> marks(int low, int high) {
        var marks = new ArrayList<Mark>();
        for (var one : breaks) {
            var trip = byId.get(one.session());
            if (trip != null) {
                boolean atEnd = one.field() == SessionField.END_MILEAGE && trip.end() != null;
                var reading = atEnd ? trip.end() : trip.start() == null ? trip.end() : trip.start();
                int seen = reading == null ? low : reading;
                marks.add(new Mark(
                        wall(atEnd ? ended(trip) : trip.logIn()),
                        Math.clamp(seen, low, high),
                        seen < low ? -1 : seen > high ? 1 : 0,
                        words.isError(one),
                        words.broken(one, trip, byId),
                        trip.session().toString()));
            }
        }
        return marks;
    }

    private List<Bar> bars(@Nullable UsualDistance usual) {
        return trips.stream()
                .filter(trip -> trip.distance() != null && trip.distance() > 0 && !wrong.containsKey(trip.session()))
                .map(trip -> {
                    int distance = java.util.Objects.requireNonNull(trip.distance());
                    return new Bar(
                            wall(trip.logIn()),
                            distance,
                            usual == null || usual.holds(distance),
                            words.trip(trip),
                            trip.session().toString());
                })
                .toList();
    }

    /** Miles that are missing between two sessions make neither reading wrong. */
    private static Set<SessionField> wrongReadings(OdometerBreak one) {
        if (one.rule() == Rule.MILEAGE_GAP) {
            return Set.of();
        }
        boolean single = one.field() == SessionField.START_MILEAGE || one.field() == SessionField.END_MILEAGE;
        return single && one.rule() != Rule.SWAPPED
                ? Set.of(one.field())
                : Set.of(SessionField.START_MILEAGE, SessionField.END_MILEAGE);
    }

    private static Instant ended(Trip trip) {
        return trip.logOut() == null || trip.logOut().isBefore(trip.logIn()) ? trip.logIn() : trip.logOut();
    }

    private long wall(Instant at) {
        return LocalDateTime.ofInstant(at, words.zone())
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
    }
}
