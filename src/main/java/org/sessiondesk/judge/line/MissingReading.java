package org.sessiondesk.judge.line;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Cause;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.judge.SiteLimits;
import org.sessiondesk.judge.Suggestion;
import org.sessiondesk.judge.Why;
import org.sessiondesk.session.SessionField;

/** One of a session's two readings isn't there, in a vehicle whose sessions have both. */
final class MissingReading {

    private final Line line;
    private final SiteLimits limits;

    MissingReading(Line line, SiteLimits limits) {
        this.line = line;
        this.limits = limits;
    }

    @Nullable
    Finding of(int at) {
        Leg leg = line.leg(at);
        boolean start = leg.start() == null;
        boolean known = start ? leg.session().startNotKnown() : leg.session().endNotKnown();
        boolean newOne = start && leg.breaksBefore() && leg.startsAtZero();
        boolean wrong = othersAreThere() || start && leg.startsAtZero() && end(leg) > limits.mostADay();
        if (leg.whole() || known || newOne || leg.session().loggedInNow() || !wrong) {
            return null;
        }
        return new Finding(
                leg.id(),
                start && leg.startsAtZero() ? Rule.TRIP_METER : Rule.READING_MISSING,
                start && leg.startsAtZero() ? Severity.ERROR : Severity.WARNING,
                start ? SessionField.START_MILEAGE : SessionField.END_MILEAGE,
                null,
                null,
                null,
                false,
                suggestions(at, start));
    }

    private boolean othersAreThere() {
        long whole = line.legs().stream().filter(Leg::whole).count();
        return whole * 2 >= line.size() && whole >= (line.size() == 2 ? 1 : 2);
    }

    private static int end(Leg leg) {
        Integer end = leg.end();
        return end == null ? 0 : end;
    }

    private List<Suggestion> suggestions(int at, boolean start) {
        Leg leg = line.leg(at);
        Integer there = leg.reading(!start);
        Integer beside = line.facing(at, start, 1);
        Usual usual = Usual.of(line.legs(), limits);
        if (there == null) {
            return List.of();
        }
        if (start && beside != null && beside <= there && leg.startsAtZero()) {
            return List.of(suggestion(true, beside, Cause.TRIP_METER, there, beside, 0.6));
        }
        if (beside != null && (start ? beside <= there : beside >= there)) {
            int value =
                    start ? Math.min(there, beside + usual.likelyGap()) : Math.max(there, beside - usual.likelyGap());
            Cause cause = start ? Cause.FOLLOWS_LAST : Cause.PRECEDES_NEXT;
            return List.of(suggestion(start, value, cause, there, beside, 0.6));
        }
        int distance = (int) Math.round(usual.distance());
        int value = start ? there - distance : there + distance;
        return value < 0 ? List.of() : List.of(suggestion(start, value, Cause.USUAL_DISTANCE, there, beside, 0.2));
    }

    private static Suggestion suggestion(
            boolean start, int value, Cause cause, Integer there, @Nullable Integer beside, double confidence) {
        Why why = start ? new Why(cause, 0, 0, beside, there) : new Why(cause, 0, 0, there, beside);
        return new Suggestion(start ? SessionField.START_MILEAGE : SessionField.END_MILEAGE, value, why, confidence);
    }
}
