package org.sessiondesk.ui.vehicles;

import static org.sessiondesk.ui.Messages.t;

import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.fleet.NewOdometerAct;
import org.sessiondesk.fleet.OdometerBreak;
import org.sessiondesk.fleet.Trip;
import org.sessiondesk.fleet.UsualDistance;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.ui.sessions.edit.Written;
import org.sessiondesk.ui.sessions.problem.ProblemWords;

/** What a vehicle's line says in words. */
final class VehicleLineWords {

    private final Written written;

    VehicleLineWords(Written written) {
        this.written = written;
    }

    ZoneId zone() {
        return written.times().zone();
    }

    String unit() {
        return written.unit();
    }

    boolean isError(OdometerBreak one) {
        return one.severity() == Severity.ERROR;
    }

    /** {@code Digits mistyped}, with the sign of its severity. */
    String rule(OdometerBreak one) {
        return t("vehicles.break." + one.severity(), ProblemWords.brief(one.rule()));
    }

    /** {@code Tue 06:58 · Ruiz, Marco · 52,310 → 52,398 (88 mi)}. */
    String trip(Trip trip) {
        return t("vehicles.trip", written.times().dated(trip.logIn()), driver(trip.driver()), readings(trip));
    }

    /** The break's rule, its session, and the one that says otherwise where it is in sight: a line each. */
    String broken(OdometerBreak one, Trip trip, Map<UUID, Trip> inSight) {
        var other = one.contradicts() == null ? null : inSight.get(one.contradicts());
        var first = other == null || trip.logIn().isBefore(other.logIn()) ? trip : other;
        var second = first == trip ? other : trip;
        return rule(one) + "\n" + trip(first) + (second == null ? "" : "\n" + trip(second));
    }

    String act(NewOdometerAct act) {
        return t("vehicles.act", written.times().dated(act.since()), written.number(act.reading()));
    }

    String usual(@Nullable UsualDistance usual) {
        return usual == null
                ? t("vehicles.usual.unknown")
                : t("vehicles.usual", written.number(usual.least()), written.distance(usual.most()), usual.sessions());
    }

    String problems(int errors, int warnings) {
        if (errors + warnings == 0) {
            return "";
        }
        return errors == 0
                ? t("vehicles.warnings", warnings)
                : warnings == 0 ? t("vehicles.errors", errors) : t("vehicles.errors-warnings", errors, warnings);
    }

    /** The address of a vehicle's sessions with problems. */
    static String problemsOf(UUID vehicle) {
        return "sessions?vehicle=" + vehicle + "&finding=any";
    }

    static String driver(@Nullable String name) {
        return name == null ? t("sessions.no-driver") : name;
    }

    private String readings(Trip trip) {
        String start = trip.start() == null ? t("sessions.none") : written.number(trip.start());
        String end = trip.end() == null ? t("sessions.none") : written.number(trip.end());
        return trip.distance() == null
                ? start + " → " + end
                : start + " → " + end + " (" + written.distance(trip.distance()) + ")";
    }
}
