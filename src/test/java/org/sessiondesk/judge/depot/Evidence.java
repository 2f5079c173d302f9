package org.sessiondesk.judge.depot;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Mistake;
import org.sessiondesk.judge.Mistake.Kind;
import org.sessiondesk.judge.depot.Blunders.Made;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.site.Site.DistanceUnit;

/** What right records say against a wrong one: it can't be, or it would be so odd that somebody should look. */
final class Evidence {

    private static final int CLOSE = 3;

    private final Book book;
    private final int yard;
    private final int far;
    private final int speed;

    Evidence(Book book) {
        this.book = book;
        boolean km = book.unit() == DistanceUnit.KM;
        this.yard = km ? 24 : 15;
        this.far = km ? 483 : 300;
        this.speed = km ? 137 : 85;
    }

    Mistake of(Made made) {
        var trip = made.trip();
        var session = book.records().get(made.session());
        var record = session == null ? null : session.values();
        var truth = new HashMap<SessionField, Object>();
        if (record != null && made.session().equals(trip.id())) {
            record.differences(trip.values())
                    .forEach(field -> truth.put(
                            field, Objects.requireNonNull(trip.values().get(field))));
        }
        return new Mistake(
                made.session(),
                made.other(),
                made.kind(),
                Map.copyOf(truth),
                record != null && seen(made, record),
                record != null && tellable(made.kind(), trip, record),
                bounded(trip, truth.keySet()));
    }

    private boolean seen(Made made, SessionValues record) {
        var trip = made.trip();
        return switch (made.kind()) {
            case FORGOTTEN_LOG_OUT, LOG_OUT_BEFORE_LOG_IN, LOG_IN_IN_FUTURE, DUPLICATE, OVERLAP_BY_WRONG_TIME -> true;
            case CLOSED_BY_MACHINE -> tooLong(trip, record) || crosses(trip, record);
            case WRONG_VEHICLE -> contradicted(trip, record) || crosses(trip, record);
            case SESSION_MISSING -> {
                var line = book.inVan(trip.vehicle());
                var before = Book.beside(line, trip, -1);
                var after = Book.beside(line, trip, 1);
                yield before != null
                        && after != null
                        && before.odometer() == after.odometer()
                        && book.right(before, false)
                        && book.right(after, true)
                        && after.first() - before.last() > yard;
            }
            default -> contradicted(trip, record);
        };
    }

    private boolean tooLong(Trip trip, SessionValues record) {
        var length = Duration.between(trip.in(), Objects.requireNonNull(record.logOut()));
        var longest = book.by(trip.driver()).stream()
                .map(Trip::length)
                .max(Duration::compareTo)
                .orElseThrow();
        return length.toHours() >= 14 || length.compareTo(longest.plusHours(2)) > 0;
    }

    private boolean crosses(Trip trip, SessionValues record) {
        var out = Objects.requireNonNull(record.logOut());
        return book.inVan(Objects.requireNonNull(record.vehicle())).stream()
                .filter(other -> other != trip && (!other.measured() || book.right(other, true)))
                .anyMatch(other -> other.in().plusSeconds(90).isBefore(out)
                        && other.out().minusSeconds(90).isAfter(trip.in()));
    }

    private boolean contradicted(Trip trip, SessionValues record) {
        Integer start = record.startMileage();
        Integer end = record.endMileage();
        UUID vehicle = record.vehicle();
        if (start == null || end == null || vehicle == null) {
            return false;
        }
        int distance = end - start;
        double hours = length(trip, record).toSeconds() / 3_600.0;
        if (distance < 0 || distance > far || distance > 20 + speed * hours) {
            return true;
        }
        var before = told(trip, vehicle, -1);
        var after = told(trip, vehicle, 1);
        return before != null && (start < before.value || before.adjacent && start - before.value > yard)
                || after != null && (end > after.value || after.adjacent && after.value - end > yard);
    }

    private static Duration length(Trip trip, SessionValues record) {
        var in = record.logIn();
        var out = record.logOut();
        return in == null || out == null ? trip.length() : Duration.between(in, out);
    }

    private record Told(int value, boolean adjacent) {}

    /** The nearest reading on one side that is right. */
    private @Nullable Told told(Trip trip, UUID vehicle, int step) {
        List<Trip> side = book.inVan(vehicle).stream()
                .filter(other -> other != trip && Integer.signum(Trip.BY_LOG_IN.compare(other, trip)) == step)
                .toList();
        side = step < 0 ? side.reversed() : side;
        int odometer = side.isEmpty() ? 0 : side.getFirst().odometer();
        for (int i = 0; i < side.size() && side.get(i).odometer() == odometer; i++) {
            var other = side.get(i);
            if (vehicle.equals(trip.vehicle()) && other.odometer() != trip.odometer()) {
                return null;
            }
            if (book.right(other, step > 0)) {
                return new Told(step > 0 ? other.first() : other.last(), i == 0);
            }
            if (book.right(other, step < 0)) {
                return new Told(step > 0 ? other.last() : other.first(), false);
            }
        }
        return null;
    }

    private static boolean tellable(Kind kind, Trip trip, SessionValues record) {
        Integer start = record.startMileage();
        Integer end = record.endMileage();
        if (!kind.slip() || start == null || end == null) {
            return false;
        }
        boolean lastDigit = start % 10 == trip.first() % 10 && end % 10 == trip.last() % 10;
        return switch (kind) {
            case DROPPED_DIGIT -> start != trip.first() / 10 && end != trip.last() / 10;
            case NEIGHBOUR_KEY, WRONG_DIGIT -> lastDigit;
            case TRIP_METER_AT_START -> start > CLOSE;
            default -> true;
        };
    }

    private Set<SessionField> bounded(Trip trip, Set<SessionField> wrong) {
        var fields = EnumSet.noneOf(SessionField.class);
        var line = book.inVan(trip.vehicle());
        var before = Book.beside(line, trip, -1);
        var after = Book.beside(line, trip, 1);
        if (wrong.contains(SessionField.START_MILEAGE)
                && before != null
                && before.odometer() == trip.odometer()
                && book.right(before, false)
                && trip.first() - before.last() <= CLOSE) {
            fields.add(SessionField.START_MILEAGE);
        }
        if (wrong.contains(SessionField.END_MILEAGE)
                && after != null
                && after.odometer() == trip.odometer()
                && book.right(after, true)
                && after.first() - trip.last() <= CLOSE) {
            fields.add(SessionField.END_MILEAGE);
        }
        return fields;
    }
}
