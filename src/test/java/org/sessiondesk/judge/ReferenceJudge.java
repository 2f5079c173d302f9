package org.sessiondesk.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionField;

/**
 * The plain judge that the product's is measured against: of a vehicle's readings it takes the largest set that can all
 * be true, blames the rest and suggests the nearest reading it took for true. It sees a whole line at once.
 */
final class ReferenceJudge {

    private static final int GAP = 10;
    private static final Duration AT_ONCE = Duration.ofMinutes(2);
    private static final Set<SessionField> OF_NO_TWO =
            Set.of(SessionField.DRIVER, SessionField.VEHICLE, SessionField.START_MILEAGE, SessionField.END_MILEAGE);
    private static final Comparator<LineSession> IN_LINE = Comparator.comparing((LineSession session) ->
                    Objects.requireNonNull(session.values().logIn()))
            .thenComparing(LineSession::id);

    private final Fleet fleet;
    private final List<Finding> findings = new ArrayList<>();

    private ReferenceJudge(Fleet fleet) {
        this.fleet = fleet;
    }

    static List<Finding> findings(Fleet fleet) {
        var judge = new ReferenceJudge(fleet);
        judge.lines(session -> session.values().driver()).forEach(judge::times);
        judge.lines(session -> session.values().vehicle()).forEach(judge::vehicle);
        return judge.findings;
    }

    private List<List<LineSession>> lines(Function<LineSession, @Nullable UUID> of) {
        var lines = fleet.sessions().stream()
                .filter(session -> of.apply(session) != null)
                .sorted(IN_LINE)
                .collect(Collectors.groupingBy(session -> Objects.requireNonNull(of.apply(session))));
        return List.copyOf(lines.values());
    }

    private void times(List<LineSession> line) {
        for (int i = 0; i < line.size(); i++) {
            var session = line.get(i);
            Instant in = Objects.requireNonNull(session.values().logIn());
            Instant out = session.values().logOut();
            if (i > 0 && twice(line.get(i - 1), session)) {
                add(session, Rule.DUPLICATE, SessionField.LOG_IN, null);
            }
            if (in.isAfter(fleet.now())) {
                add(session, Rule.LOG_IN_FUTURE, SessionField.LOG_IN, null);
            } else if (out == null && !session.loggedInNow()) {
                add(session, Rule.LOG_OUT_MISSING, SessionField.LOG_OUT, null);
            } else if (out != null && out.isBefore(in)) {
                add(session, Rule.LOG_OUT_BEFORE_LOG_IN, SessionField.LOG_OUT, null);
            } else if (out != null && Duration.between(in, out).compareTo(Duration.ofHours(14)) > 0) {
                findings.add(beyondLimit(session, Rule.DURATION_LONG, SessionField.LOG_OUT));
            }
        }
    }

    private void vehicle(List<LineSession> line) {
        for (int i = 1; i < line.size(); i++) {
            beside(line.get(i - 1), line.get(i));
        }
        var acts = new TreeMap<Instant, Integer>();
        fleet.newOdometers().stream()
                .filter(act -> act.vehicle().equals(line.getFirst().values().vehicle()))
                .forEach(act -> acts.put(act.at(), act.reading()));
        var byOdometer = line.stream()
                .collect(Collectors.groupingBy(session -> acts.headMap(
                                Objects.requireNonNull(session.values().logIn()), true)
                        .size()));
        byOdometer.values().forEach(this::readings);
    }

    private void beside(LineSession last, LineSession next) {
        Instant in = Objects.requireNonNull(next.values().logIn());
        Instant before = Objects.requireNonNull(last.values().logIn());
        Instant out = last.values().logOut();
        if (!twice(last, next) && out != null && out.isAfter(in)) {
            Instant nextOut = next.values().logOut();
            boolean longer =
                    nextOut == null || Duration.between(in, nextOut).compareTo(Duration.between(before, out)) < 0;
            add(longer ? last : next, Rule.VEHICLE_OVERLAP, SessionField.LOG_OUT, null);
        }
    }

    private static boolean twice(LineSession last, LineSession next) {
        Instant in = Objects.requireNonNull(next.values().logIn());
        return in.isBefore(Objects.requireNonNull(last.values().logIn()).plus(AT_ONCE))
                && last.values().differences(next.values()).stream().noneMatch(OF_NO_TWO::contains);
    }

    private record Reading(LineSession session, SessionField field, int value) {}

    private void readings(List<LineSession> line) {
        var readings = new ArrayList<Reading>();
        for (var session : line) {
            var values = session.values();
            Integer start = values.startMileage();
            Integer end = values.endMileage();
            boolean none = (start == null || start == 0) && (end == null || end == 0);
            if (values.type() == LogInType.DISPATCHER || none) {
                continue;
            }
            if (start != null && !session.startNotKnown()) {
                readings.add(new Reading(session, SessionField.START_MILEAGE, start));
            }
            if (end != null && !session.endNotKnown() && values.logOut() != null) {
                readings.add(new Reading(session, SessionField.END_MILEAGE, end));
            }
        }
        boolean[] right = largestRisingSet(readings);
        Reading last = null;
        for (int i = 0; i < right.length; i++) {
            var reading = readings.get(i);
            if (!right[i]) {
                add(reading.session, Rule.ODOMETER_BACKWARDS, reading.field, nearest(readings, right, i));
                continue;
            }
            if (last != null) {
                between(last, reading);
            }
            last = reading;
        }
    }

    private void between(Reading last, Reading next) {
        int miles = next.value - last.value;
        if (last.session == next.session) {
            if (miles > 300) {
                findings.add(beyondLimit(next.session, Rule.DISTANCE_UNUSUAL, SessionField.END_MILEAGE));
            }
        } else if (miles > GAP && last.field == SessionField.END_MILEAGE && next.field == SessionField.START_MILEAGE) {
            if (Objects.equals(last.session.values().startMileage(), last.value)) {
                add(last.session, Rule.DISTANCE_ZERO, SessionField.END_MILEAGE, next.value);
            } else {
                add(next.session, Rule.MILEAGE_GAP, SessionField.START_MILEAGE, last.value);
            }
        }
    }

    private static @Nullable Integer nearest(List<Reading> readings, boolean[] right, int at) {
        int step = readings.get(at).field == SessionField.START_MILEAGE ? -1 : 1;
        for (int direction : List.of(step, -step)) {
            for (int i = at + direction; i >= 0 && i < right.length; i += direction) {
                if (right[i]) {
                    return readings.get(i).value;
                }
            }
        }
        return null;
    }

    private static boolean[] largestRisingSet(List<Reading> readings) {
        int n = readings.size();
        int[] length = new int[n];
        int[] from = new int[n];
        int best = -1;
        for (int i = 0; i < n; i++) {
            length[i] = 1;
            from[i] = -1;
            for (int j = 0; j < i; j++) {
                if (readings.get(j).value <= readings.get(i).value && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    from[i] = j;
                }
            }
            if (best < 0 || length[i] > length[best]) {
                best = i;
            }
        }
        var right = new boolean[n];
        for (int i = best; i >= 0; i = from[i]) {
            right[i] = true;
        }
        return right;
    }

    private static Finding beyondLimit(LineSession session, Rule rule, SessionField field) {
        return new Finding(session.id(), rule, Severity.WARNING, field, null, null, null, true, List.of());
    }

    private void add(LineSession session, Rule rule, SessionField field, @Nullable Integer suggested) {
        List<Suggestion> suggestions = suggested == null
                ? List.of()
                : List.of(new Suggestion(field, suggested, Why.of(Cause.FOLLOWS_LAST), 0.5));
        findings.add(new Finding(session.id(), rule, Severity.ERROR, field, null, null, null, false, suggestions));
    }
}
