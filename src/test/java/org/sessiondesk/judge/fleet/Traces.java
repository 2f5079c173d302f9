package org.sessiondesk.judge.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.LineSession;
import org.sessiondesk.judge.Mistake;
import org.sessiondesk.judge.Mistake.Kind;
import org.sessiondesk.judge.fleet.Planting.Planted;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;

/** What can be known of a mistake: by the truth, and by those records round it that are right. */
final class Traces {

    /** A mile more than is ever moved without a session, and some for a van that others move more. */
    private static final int GAP = 10;

    private static final int CLOSE = 3;
    private static final int SITE_DISTANCE = 300;
    private static final Duration SITE_LENGTH = Duration.ofHours(14);
    private static final int TOP_SPEED = 85;

    private final Month month;
    private final int gap;
    private final int siteDistance;
    private final int topSpeed;
    private final Map<UUID, LineSession> records;

    Traces(Month month, Map<UUID, LineSession> records) {
        this.month = month;
        this.gap = month.gauge().shows(GAP);
        this.siteDistance = month.gauge().shows(SITE_DISTANCE);
        this.topSpeed = month.gauge().shows(TOP_SPEED);
        this.records = records;
    }

    Mistake of(Planted planted) {
        var drive = planted.drive();
        var truth = new HashMap<SessionField, Object>();
        var record = records.get(planted.session());
        if (planted.session().equals(drive.id()) && record != null) {
            for (var field : record.values().differences(drive.values())) {
                truth.put(field, Objects.requireNonNull(drive.values().get(field)));
            }
        }
        return new Mistake(
                planted.session(),
                planted.other(),
                planted.kind(),
                Map.copyOf(truth),
                record != null && leavesTrace(planted, record.values()),
                record != null && tellable(planted.kind(), drive, record.values()),
                bounded(drive, truth.keySet()));
    }

    private boolean leavesTrace(Planted planted, SessionValues recorded) {
        var drive = planted.drive();
        return switch (planted.kind()) {
            case FORGOTTEN_LOG_OUT, LOG_OUT_BEFORE_LOG_IN, LOG_IN_IN_FUTURE, DUPLICATE, OVERLAP_BY_WRONG_TIME -> true;
            case SESSION_MISSING -> {
                var before = reading(drive, -1, false);
                var after = reading(drive, 1, true);
                yield before.isPresent() && after.isPresent() && after.get() - before.get() > gap;
            }
            case ZERO_DISTANCE ->
                nearest(month.line(drive.vehicle()), drive, 1)
                        .filter(next -> next.value - drive.readings().start() > gap)
                        .isPresent();
            case CLOSED_BY_MACHINE -> unlikeTheDriver(drive, recorded) || overlaps(drive, recorded, drive.vehicle());
            case WRONG_VEHICLE -> strayLeavesTrace(drive, recorded);
            case TRANSPOSED_DIGITS,
                    DROPPED_DIGIT,
                    DOUBLED_DIGIT,
                    NEIGHBOUR_KEY,
                    WRONG_DIGIT,
                    START_AND_END_SWAPPED,
                    TRIP_METER_AT_END,
                    TRIP_METER_AT_START,
                    MILES_FOR_KILOMETRES,
                    IMPOSSIBLE_DISTANCE -> contradicted(recorded, drive.vehicle(), drive);
        };
    }

    private static boolean tellable(Kind kind, Drive drive, SessionValues recorded) {
        Integer start = recorded.startMileage();
        Integer end = recorded.endMileage();
        if (!kind.slip() || start == null || end == null) {
            return false;
        }
        var truth = drive.readings();
        return switch (kind) {
            case DROPPED_DIGIT -> start != truth.start() / 10 && end != truth.end() / 10;
            case NEIGHBOUR_KEY, WRONG_DIGIT -> start % 10 == truth.start() % 10 && end % 10 == truth.end() % 10;
            case TRIP_METER_AT_START -> start > CLOSE;
            default -> true;
        };
    }

    /** Longer than the site lets pass, or by an hour longer than anything this driver did. */
    private boolean unlikeTheDriver(Drive drive, SessionValues recorded) {
        var length = Duration.between(drive.logIn(), Objects.requireNonNull(recorded.logOut()));
        var longest = month.by(drive.driver()).stream()
                .map(Drive::length)
                .max(Duration::compareTo)
                .orElse(drive.length());
        return length.compareTo(SITE_LENGTH) > 0 || length.compareTo(longest.plusHours(1)) > 0;
    }

    private boolean strayLeavesTrace(Drive drive, SessionValues recorded) {
        return !month.line(recorded.vehicle()).isEmpty()
                && (contradicted(recorded, recorded.vehicle(), drive) || overlaps(drive, recorded, recorded.vehicle()));
    }

    /** Whether true readings around, or the two readings together, say that it can't have been or is most unlikely. */
    private boolean contradicted(SessionValues recorded, @Nullable UUID vehicle, Drive drive) {
        Integer start = recorded.startMileage();
        Integer end = recorded.endMileage();
        if (start == null || end == null) {
            return false;
        }
        var line = month.line(vehicle);
        var before = nearest(line, drive, -1);
        var after = nearest(line, drive, 1);
        int most = line.stream()
                .mapToInt(other -> other.readings().distance())
                .max()
                .orElse(siteDistance);
        double hours = drive.length().toSeconds() / 3600.0;
        int distance = end - start;
        return distance < 0
                || distance > Math.min(siteDistance, most * 1.5)
                || distance > topSpeed * hours
                || before.filter(last -> last.value > start || last.adjacent && start - last.value > gap)
                        .isPresent()
                || after.filter(next -> next.value < end || next.adjacent && next.value - end > gap)
                        .isPresent();
    }

    private boolean overlaps(Drive drive, SessionValues recorded, @Nullable UUID vehicle) {
        Instant out = Objects.requireNonNull(recorded.logOut());
        return month.line(vehicle).stream()
                .filter(other -> !other.id().equals(drive.id()) && inPlace(other))
                .anyMatch(other -> other.logIn().plusSeconds(60).isBefore(out)
                        && other.logOut().minusSeconds(60).isAfter(drive.logIn()));
    }

    private Set<SessionField> bounded(Drive drive, Set<SessionField> wrong) {
        var fields = EnumSet.noneOf(SessionField.class);
        if (wrong.contains(SessionField.START_MILEAGE)) {
            reading(drive, -1, false)
                    .filter(last -> drive.readings().start() - last <= CLOSE)
                    .ifPresent(last -> fields.add(SessionField.START_MILEAGE));
        }
        if (wrong.contains(SessionField.END_MILEAGE)) {
            reading(drive, 1, true)
                    .filter(next -> next - drive.readings().end() <= CLOSE)
                    .ifPresent(next -> fields.add(SessionField.END_MILEAGE));
        }
        return fields;
    }

    /** The true start or end of the session just before or after in the true line, if it is recorded right. */
    private Optional<Integer> reading(Drive drive, int step, boolean start) {
        return (step < 0 ? month.lastIn(drive) : month.nextIn(drive))
                .filter(beside ->
                        step < 0 ? !month.replacedBetween(beside, drive) : !month.replacedBetween(drive, beside))
                .filter(beside -> start ? startRight(beside) : endRight(beside))
                .map(beside ->
                        start ? beside.readings().start() : beside.readings().end());
    }

    private record Bound(int value, boolean adjacent) {}

    /** The next right reading in a line, before or after the place where this drive stands or would stand in it. */
    private Optional<Bound> nearest(List<Drive> line, Drive drive, int step) {
        var side = line.stream()
                .filter(other -> !other.id().equals(drive.id()))
                .filter(other -> Integer.signum(Drive.IN_LINE.compare(other, drive)) == step)
                .sorted(step < 0 ? Drive.IN_LINE.reversed() : Drive.IN_LINE)
                .toList();
        boolean adjacent = true;
        for (var other : side) {
            if (step < 0
                    ? replaced(other, other.logIn(), drive.logIn())
                    : replaced(other, drive.logIn(), other.logIn())) {
                return Optional.empty();
            }
            var read = other.readings();
            boolean nearRight = step < 0 ? endRight(other) : startRight(other);
            boolean farRight = step < 0 ? startRight(other) : endRight(other);
            if (nearRight) {
                return Optional.of(new Bound(step < 0 ? read.end() : read.start(), adjacent));
            }
            adjacent = false;
            if (farRight) {
                return Optional.of(new Bound(step < 0 ? read.start() : read.end(), false));
            }
        }
        return Optional.empty();
    }

    private boolean replaced(Drive inLine, Instant from, Instant to) {
        return month.replaced().stream()
                .anyMatch(act -> act.vehicle().equals(inLine.vehicle())
                        && act.at().isAfter(from)
                        && !act.at().isAfter(to));
    }

    private boolean startRight(Drive drive) {
        var record = records.get(drive.id());
        return record != null
                && inPlace(drive)
                && !record.startNotKnown()
                && Objects.equals(
                        record.values().startMileage(), drive.readings().start());
    }

    private boolean endRight(Drive drive) {
        var record = records.get(drive.id());
        return record != null
                && inPlace(drive)
                && !record.endNotKnown()
                && Objects.equals(record.values().endMileage(), drive.readings().end());
    }

    /** Recorded, in its own vehicle's line and where it belongs there. */
    private boolean inPlace(Drive drive) {
        var record = records.get(drive.id());
        return record != null
                && Objects.equals(record.values().vehicle(), drive.vehicle())
                && Objects.equals(record.values().logIn(), drive.logIn());
    }
}
