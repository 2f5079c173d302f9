package org.sessiondesk.judge.fleet;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.sessiondesk.judge.Fleet;
import org.sessiondesk.judge.LineSession;
import org.sessiondesk.judge.Mistake;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.site.Site.DistanceUnit;

/**
 * Makes fleets of 60 drivers and 30 days out of a seed: how the month was, what honest people recorded of it, and the
 * mistakes among that.
 */
public final class Fleets {

    private static final int DAYS = 30;

    private static final List<String> ZONES =
            List.of("America/Los_Angeles", "America/New_York", "America/Chicago", "Europe/London", "America/Phoenix");

    private Fleets() {}

    /** With 4 to 8 mistakes in 100 sessions. */
    public static Fleet withMistakes(long seed, DistanceUnit unit) {
        return make(seed, new Gauge(unit), true);
    }

    /** The same company and month without any, with all that is honest and looks odd. */
    public static Fleet clean(long seed, DistanceUnit unit) {
        return make(seed, new Gauge(unit), false);
    }

    private static Fleet make(long seed, Gauge gauge, boolean mistakes) {
        var dice = new Dice(seed);
        var zone = ZoneId.of(dice.oneOf(ZONES));
        var first = firstDay(dice);
        var stints = Timetable.month(Company.made(dice), first, DAYS, zone, dice);
        var counted = Odometers.count(stints, gauge, dice);
        var now = first.plusDays(DAYS - 1)
                .atTime(dice.between(9, 17), dice.between(0, 59))
                .atZone(zone)
                .toInstant();
        var month = new Month(zone, gauge, now, counted.drives(), counted.replaced());
        var planting = new Planting(month, dice);
        planting.giveUp(dice.between(1, 4));
        if (mistakes) {
            planting.plant((int) (month.drives().size() * dice.between(0.045, 0.075)));
        }
        var traces = new Traces(month, planting.records());
        List<Mistake> made = planting.planted().stream().map(traces::of).toList();
        var sessions = new ArrayList<LineSession>();
        planting.records().values().forEach(session -> sessions.add(unasked(session)));
        dice.shuffle(sessions);
        return new Fleet(seed, zone, gauge.unit(), now, sessions, month.replaced(), made);
    }

    /** Every other month has a night on which the clocks change. */
    private static LocalDate firstDay(Dice dice) {
        int year = dice.between(2024, 2026);
        return switch (dice.between(0, 3)) {
            case 0 -> LocalDate.of(year, 2, 15).plusDays(dice.between(0, 20));
            case 1 -> LocalDate.of(year, 10, 8).plusDays(dice.between(0, 16));
            default -> LocalDate.of(year, 1, 1).plusDays(dice.between(0, 330));
        };
    }

    /** OnTime writes 0 for what it didn't ask for: half of the accounts' sessions came that way, half without a value. */
    private static LineSession unasked(LineSession session) {
        var values = session.values();
        boolean zeros = Objects.hashCode(values.driver()) % 2 == 0;
        boolean none = values.startMileage() == null && values.endMileage() == null;
        boolean open = session.loggedInNow() && values.endMileage() == null && values.type() != LogInType.DISPATCHER;
        if (!zeros || !none && !open) {
            return session;
        }
        return new LineSession(
                session.id(),
                new SessionValues(
                        values.driver(),
                        values.vehicle(),
                        values.type(),
                        values.logIn(),
                        values.logOut(),
                        none ? Integer.valueOf(0) : values.startMileage(),
                        0),
                session.loggedInNow(),
                session.startNotKnown(),
                session.endNotKnown());
    }
}
