package org.sessiondesk.judge.line;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.OtherLines;
import org.sessiondesk.judge.OtherLines.Place;
import org.sessiondesk.judge.OtherLines.Reading;
import org.sessiondesk.judge.OtherLines.Stray;
import org.sessiondesk.judge.Verdict.Asked;

/** Asks other vehicles' lines, and keeps in mind about which time. */
final class Strangers {

    private final OtherLines others;
    private final UUID vehicle;
    private final int slack;
    private @Nullable Asked asked;

    Strangers(OtherLines others, UUID vehicle, int slack) {
        this.others = others;
        this.vehicle = vehicle;
        this.slack = slack;
    }

    UUID vehicle() {
        return vehicle;
    }

    @Nullable
    Asked asked() {
        return asked;
    }

    /** What another story asked counts as asked here. */
    void note(@Nullable Asked other) {
        if (other != null) {
            note(other.from(), other.until());
        }
    }

    /** Where a leg's readings belong, if another vehicle's line is open for them. */
    @Nullable
    Place home(Leg leg) {
        Integer start = leg.outer(true);
        Integer end = leg.outer(false);
        if (start == null || end == null || end < start) {
            return null;
        }
        Instant at = Objects.requireNonNull(leg.session().values().logIn());
        note(at, at);
        return others.placesFor(vehicle, at, start, end, slack).stream()
                .filter(place -> fit(place.before(), place.after(), start, end) > 0)
                .max(Comparator.<Place>comparingInt(place -> fit(place.before(), place.after(), start, end))
                        .thenComparing(place -> place.vehicle().toString()))
                .orElse(null);
    }

    /** Whether both neighbours would take a leg's readings, one of them right beside. */
    boolean sure(Place place, Leg leg) {
        Integer start = leg.outer(true);
        Integer end = leg.outer(false);
        return start != null && end != null && fit(place.before(), place.after(), start, end) > 1;
    }

    /** 0 if neither side is right beside, 1 if the other one contradicts, else more the more are. */
    private int fit(@Nullable Reading before, @Nullable Reading after, int start, int end) {
        boolean follows = before != null && start >= before.value() && start - before.value() <= slack;
        boolean precedes = after != null && end <= after.value() && after.value() - end <= slack;
        if (!follows && !precedes) {
            return 0;
        }
        boolean contradicted = before != null && start < before.value() || after != null && end > after.value();
        return contradicted ? 1 : follows && precedes ? 3 : 2;
    }

    /** Whether sessions that stand in other lines, and don't belong there, fill a gap. */
    boolean fill(Leg before, int end, Leg after, int start, Instant future) {
        Instant from = Instant.ofEpochSecond(before.in());
        Instant until = Instant.ofEpochSecond(after.in());
        note(from, until);
        List<Stray> strays = new ArrayList<>(others.straysFor(vehicle, from, until, future, end, start));
        strays.sort(Comparator.comparingInt((Stray stray) -> start(stray))
                .thenComparing(stray -> stray.session().id()));
        int reached = end;
        for (Stray stray : strays) {
            boolean follows = start(stray) >= reached && start(stray) - reached <= slack;
            if (follows && !atHome(stray)) {
                reached = end(stray);
            }
        }
        return reached > end && start - reached <= slack;
    }

    private boolean atHome(Stray stray) {
        Reading before = stray.before();
        Reading after = stray.after();
        boolean follows = before != null && start(stray) >= before.value() && start(stray) - before.value() <= slack;
        boolean precedes = after != null && end(stray) <= after.value() && after.value() - end(stray) <= slack;
        return follows && (precedes || after == null) || precedes && before == null;
    }

    private static int start(Stray stray) {
        return Objects.requireNonNull(stray.session().values().startMileage());
    }

    private static int end(Stray stray) {
        return Objects.requireNonNull(stray.session().values().endMileage());
    }

    private void note(Instant from, Instant until) {
        Asked old = asked;
        asked = old == null
                ? new Asked(from, until)
                : new Asked(
                        from.isBefore(old.from()) ? from : old.from(),
                        until.isAfter(old.until()) ? until : old.until());
    }
}
