package org.sessiondesk.judge.depot;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Mistake.Kind;
import org.sessiondesk.session.SessionValues;

/** What goes wrong at a depot's terminal. */
final class Blunders {

    /** @param session whose record is wrong, @param other with as much right */
    record Made(
            Kind kind, Trip trip, UUID session, @Nullable UUID other) {}

    private static final double KILOMETRES = 1.609344;

    private final Book book;
    private final Random random;
    private final ZoneId zone;
    private final Set<UUID> taken = new HashSet<>();
    private final List<Made> made = new ArrayList<>();

    Blunders(Book book, Random random, ZoneId zone) {
        this.book = book;
        this.random = random;
        this.zone = zone;
    }

    List<Made> made() {
        return made;
    }

    /** Where the trip gives occasion for it. */
    void make(Kind kind, Trip trip) {
        if (taken.contains(trip.id()) || trip.out().isAfter(book.now()) || !trip.measured() && ofReadings(kind)) {
            return;
        }
        switch (kind) {
            case TRANSPOSED_DIGITS, DROPPED_DIGIT, DOUBLED_DIGIT, NEIGHBOUR_KEY, WRONG_DIGIT -> digit(kind, trip);
            case START_AND_END_SWAPPED -> record(kind, trip, trip.read(trip.last(), trip.first()));
            case TRIP_METER_AT_END -> record(kind, trip, trip.read(trip.first(), trip.distance()));
            case TRIP_METER_AT_START -> tripAtStart(trip);
            case WRONG_VEHICLE -> {
                var vans = book.measuredVans();
                var other = vans.get(random.nextInt(vans.size()));
                if (!other.equals(trip.vehicle())) {
                    record(kind, trip, trip.values(other, trip.in(), trip.out(), trip.start(), trip.end()));
                }
            }
            case MILES_FOR_KILOMETRES -> unit(trip);
            case ZERO_DISTANCE -> record(kind, trip, trip.read(trip.first(), trip.first()));
            case IMPOSSIBLE_DISTANCE -> tooFar(trip);
            case FORGOTTEN_LOG_OUT -> {
                if (trip.in().plus(Duration.ofHours(5)).isBefore(book.now())) {
                    record(kind, trip, trip.values(trip.vehicle(), trip.in(), null, trip.start(), null));
                }
            }
            case CLOSED_BY_MACHINE -> machine(trip);
            case LOG_OUT_BEFORE_LOG_IN -> {
                var out = trip.out().minus(Duration.ofHours(random.nextInt(3) == 0 ? 24 : 12));
                record(kind, trip, trip.at(trip.in(), out));
            }
            case LOG_IN_IN_FUTURE -> {
                var later = Duration.ofDays(random.nextBoolean() ? 7 * (4 + random.nextInt(4)) : 365);
                record(
                        kind,
                        trip,
                        trip.at(
                                trip.in().plus(later),
                                random.nextBoolean() ? trip.out() : trip.out().plus(later)));
            }
            case DUPLICATE -> {
                var later = random.nextInt(3) * 40L;
                var copy = Depot.id(random);
                var values = trip.at(trip.in().plusSeconds(later), trip.out().plusSeconds(later));
                book.records().put(copy, Trip.session(copy, values, false));
                taken.add(trip.id());
                made.add(new Made(kind, trip, copy, trip.id()));
            }
            case OVERLAP_BY_WRONG_TIME -> overlap(trip);
            case SESSION_MISSING -> missing(trip);
        }
    }

    private static boolean ofReadings(Kind kind) {
        return switch (kind) {
            case FORGOTTEN_LOG_OUT,
                    CLOSED_BY_MACHINE,
                    LOG_OUT_BEFORE_LOG_IN,
                    LOG_IN_IN_FUTURE,
                    DUPLICATE,
                    WRONG_VEHICLE -> false;
            default -> true;
        };
    }

    private void record(Kind kind, Trip trip, SessionValues values) {
        record(kind, trip, values, null);
    }

    private void record(Kind kind, Trip trip, SessionValues values, @Nullable UUID other) {
        if (!values.equals(trip.values())) {
            book.records().put(trip.id(), Trip.session(trip.id(), values, false));
            taken.add(trip.id());
            made.add(new Made(kind, trip, trip.id(), other));
        }
    }

    private void digit(Kind kind, Trip trip) {
        boolean start = random.nextBoolean();
        int written = Digits.slip(kind, start ? trip.first() : trip.last(), random);
        record(kind, trip, start ? trip.read(written, trip.last()) : trip.read(trip.first(), written));
    }

    /** Either just reset, or it still shows the round before. */
    private void tripAtStart(Trip trip) {
        var before = Book.beside(book.inVan(trip.vehicle()), trip, -1);
        boolean still = before != null && before.odometer() == trip.odometer() && random.nextInt(3) > 0;
        int shows = still && before != null ? trip.first() - before.first() : random.nextInt(3);
        record(Kind.TRIP_METER_AT_START, trip, trip.read(shows, trip.last()));
    }

    private void unit(Trip trip) {
        double factor = random.nextBoolean() ? KILOMETRES : 1 / KILOMETRES;
        int which = random.nextInt(3);
        int start = which == 1 ? trip.first() : (int) (trip.first() * factor);
        int end = which == 0 ? trip.last() : (int) (trip.last() * factor);
        record(Kind.MILES_FOR_KILOMETRES, trip, trip.read(start, end));
    }

    /** A number from nowhere, or a log-in or log-out some minutes from the other one. */
    private void tooFar(Trip trip) {
        var minutes = Duration.ofSeconds(60 + random.nextInt(500));
        if (random.nextBoolean()) {
            int end = trip.first() + 1_700 + random.nextInt(8_000);
            record(Kind.IMPOSSIBLE_DISTANCE, trip, trip.read(trip.first(), end));
        } else if (trip.distance() > 75) {
            boolean late = random.nextBoolean();
            var in = late ? trip.out().minus(minutes) : trip.in();
            var out = late ? trip.out() : trip.in().plus(minutes);
            record(Kind.IMPOSSIBLE_DISTANCE, trip, trip.at(in, out));
        }
    }

    /** At the account's next log-in or at midnight. */
    private void machine(Trip trip) {
        var next = Book.beside(book.by(trip.driver()), trip, 1);
        Instant closed = random.nextBoolean() && next != null
                ? next.in()
                : trip.out()
                        .atZone(zone)
                        .toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant();
        if (closed.isAfter(trip.out().plusSeconds(600)) && !closed.isAfter(book.now())) {
            Integer end = random.nextBoolean() ? trip.end() : null;
            record(Kind.CLOSED_BY_MACHINE, trip, trip.values(trip.vehicle(), trip.in(), closed, trip.start(), end));
        }
    }

    private void overlap(Trip trip) {
        int step = random.nextBoolean() ? 1 : -1;
        var other = Book.beside(book.inVan(trip.vehicle()), trip, step);
        if (other == null || taken.contains(other.id()) || other.out().isAfter(book.now())) {
            return;
        }
        var into = Duration.ofSeconds((long) (other.length().toSeconds() * (0.15 + random.nextDouble() * 0.6)));
        var apart = step > 0 ? Duration.between(trip.out(), other.in()) : Duration.between(other.out(), trip.in());
        if (apart.compareTo(Duration.ofHours(4)) < 0) {
            taken.add(other.id());
            record(
                    Kind.OVERLAP_BY_WRONG_TIME,
                    trip,
                    step > 0
                            ? trip.at(trip.in(), other.in().plus(into))
                            : trip.at(other.out().minus(into), trip.out()),
                    other.id());
        }
    }

    private void missing(Trip trip) {
        var line = book.inVan(trip.vehicle());
        var before = Book.beside(line, trip, -1);
        var after = Book.beside(line, trip, 1);
        if (before != null && after != null && !taken.contains(before.id()) && !taken.contains(after.id())) {
            book.records().remove(trip.id());
            taken.addAll(List.of(trip.id(), before.id(), after.id()));
            made.add(new Made(Kind.SESSION_MISSING, trip, after.id(), before.id()));
        }
    }
}
