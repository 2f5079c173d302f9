package org.sessiondesk.judge.line;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Cause;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.judge.SiteLimits;
import org.sessiondesk.judge.Suggestion;
import org.sessiondesk.judge.Why;
import org.sessiondesk.session.SessionField;

/** What a leg's distance says, its readings being true. */
final class Distances {

    private final Line line;
    private final SiteLimits limits;

    Distances(Line line, SiteLimits limits) {
        this.line = line;
        this.limits = limits;
    }

    @Nullable
    Finding of(int at) {
        Leg leg = line.leg(at);
        Integer start = leg.start();
        Integer end = leg.end();
        if (start == null || end == null || end <= start || leg.breaksInside()) {
            return null;
        }
        int distance = end - start;
        if (leg.out() != Leg.OPEN && !possible(distance, leg.out() - leg.in())) {
            boolean sure = follows(at) && precedes(at);
            return finding(
                    leg,
                    Rule.DISTANCE_IMPOSSIBLE,
                    Severity.ERROR,
                    sure ? SessionField.LOG_OUT : SessionField.END_MILEAGE,
                    distance,
                    (long) (limits.topSpeed() * ((leg.out() - leg.in()) / 3_600.0)),
                    false,
                    sure ? longer(leg) : usual(at, start));
        }
        if (distance > limits.warnDistance()) {
            return finding(
                    leg,
                    Rule.DISTANCE_UNUSUAL,
                    Severity.WARNING,
                    SessionField.END_MILEAGE,
                    distance,
                    limits.warnDistance(),
                    true,
                    List.of());
        }
        return unlike(at, distance, start);
    }

    /** Far beyond the vehicle's own usual, and nobody after it says that it was so. */
    private @Nullable Finding unlike(int at, int distance, int start) {
        if (distance < limits.far() / 2 || follows(at) && precedes(at)) {
            return null;
        }
        Usual usual = Usual.of(line.legs(), limits);
        if (!usual.learnt()
                || hasGoneAsFar(at, distance)
                || distance <= usual.distance() * Math.exp(4 * Math.max(0.4, usual.spread()))) {
            return null;
        }
        return finding(
                line.leg(at),
                Rule.DISTANCE_UNUSUAL,
                Severity.WARNING,
                SessionField.END_MILEAGE,
                distance,
                (long) usual.most(),
                false,
                usual(at, start));
    }

    /** Another session of this vehicle went about as far: it does so now and then. */
    private boolean hasGoneAsFar(int at, int distance) {
        for (int i = 0; i < line.size(); i++) {
            Integer start = line.leg(i).start();
            Integer end = line.leg(i).end();
            if (i != at && start != null && end != null && !line.leg(i).breaksInside()) {
                int other = end - start;
                if (other * 3 >= distance * 2 && other * 2 <= distance * 3) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean possible(int distance, long seconds) {
        return new Costs(new Usual(1, 1, 0, false, 0, false, 0), limits).possible(distance, seconds);
    }

    private boolean follows(int at) {
        Integer start = line.leg(at).start();
        Integer last =
                at == 0 || line.leg(at).breaksBefore() ? null : line.leg(at - 1).end();
        return start != null && last != null && start >= last && start - last <= Usual.yard(limits);
    }

    private boolean precedes(int at) {
        return at + 1 < line.size() && follows(at + 1);
    }

    private List<Suggestion> usual(int at, int start) {
        Usual usual = Usual.of(line.legs(), limits);
        Integer next = line.beside(at, false);
        int value = start + (int) Math.round(usual.distance());
        if (next != null && next >= start) {
            value = Math.min(value, next);
        }
        Why why = new Why(Cause.USUAL_DISTANCE, 0, 0, start, next);
        return List.of(new Suggestion(SessionField.END_MILEAGE, value, why, 0.2));
    }

    /** The readings are sure, so the log-out came too early. */
    private List<Suggestion> longer(Leg leg) {
        long[] lengths = line.legs().stream()
                .filter(other -> other.out() != Leg.OPEN && other != leg)
                .mapToLong(other -> other.out() - other.in())
                .sorted()
                .toArray();
        if (lengths.length < 3) {
            return List.of();
        }
        Instant logIn = Objects.requireNonNull(leg.session().values().logIn());
        Instant logOut = logIn.plus(Duration.ofSeconds(lengths[lengths.length / 2]));
        List<Suggestion> suggestions = new ArrayList<>();
        suggestions.add(
                new Suggestion(SessionField.LOG_OUT, logOut, new Why(Cause.USUAL_LOG_OUT, 0, 0, null, null), 0.3));
        return suggestions;
    }

    private static Finding finding(
            Leg leg,
            Rule rule,
            Severity severity,
            SessionField field,
            long seen,
            long bound,
            boolean siteLimit,
            List<Suggestion> suggestions) {
        return new Finding(leg.id(), rule, severity, field, null, seen, bound, siteLimit, suggestions);
    }
}
