package org.sessiondesk.judge.line;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Cause;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.OtherLines.Place;
import org.sessiondesk.judge.OtherLines.Reading;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.judge.Suggestion;
import org.sessiondesk.judge.Why;
import org.sessiondesk.session.SessionField;

/** What a stretch's story says of one leg's readings. */
final class ReadingFindings {

    private final Stretch stretch;
    private final Strangers strangers;
    private final ReadingPath path;
    private final Offers offers;
    private final int at;
    private final Leg leg;
    private int start = -1;
    private int end = -1;

    private ReadingFindings(Stretch stretch, int at, Strangers strangers) {
        this.stretch = stretch;
        this.strangers = strangers;
        this.path = stretch.path();
        this.offers = new Offers(stretch);
        this.at = at;
        this.leg = stretch.line().leg(at);
        for (int i = 0; i < path.spots().size(); i++) {
            Spot spot = path.spots().get(i);
            if (spot.leg() == at) {
                start = spot.atStart() ? i : start;
                end = spot.atStart() ? end : i;
            }
        }
    }

    static List<Finding> of(Stretch stretch, UUID session, Strangers strangers) {
        return new ReadingFindings(stretch, stretch.line().indexOf(session), strangers).all();
    }

    private List<Finding> all() {
        boolean wrongStart = wrong(start);
        boolean wrongEnd = wrong(end);
        if (path.untoldPairs().contains(at) || !leg.whole() && stretch.home(at) != null && (wrongStart || wrongEnd)) {
            return List.of(stranger());
        }
        List<Finding> findings = new ArrayList<>();
        if (wrongStart && wrongEnd && together()) {
            findings.add(both());
        } else {
            if (wrongStart) {
                findings.add(one(start));
            }
            if (wrongEnd) {
                findings.add(one(end));
            }
        }
        Finding before = before();
        if (before != null) {
            findings.add(before);
        }
        return findings;
    }

    private boolean wrong(int spot) {
        if (spot < 0) {
            return false;
        }
        Guess guess = path.chosen(spot);
        return guess == null || !guess.isSeen();
    }

    private boolean together() {
        Guess one = path.chosen(start);
        Guess other = path.chosen(end);
        return one != null
                && other != null
                && (one.swapped()
                        || one.unit() && other.unit()
                        || one.cause() == Cause.TRIP_METER && other.cause() == Cause.TRIP_METER);
    }

    /** Two readings that are wrong for one reason. */
    private Finding both() {
        Guess second = told(end);
        Guess first = first(second);
        Suggestion ofStart = suggestion(start, first);
        Suggestion ofEnd = suggestion(end, second);
        Suggestion pair = new Suggestion(ofStart.field(), ofStart.value(), ofStart.why(), 0.95, ofEnd);
        Rule rule = first.swapped() ? Rule.SWAPPED : rule(start, first);
        return finding(rule, Severity.ERROR, SessionField.START_MILEAGE, start, List.of(pair));
    }

    /** Both of the trip meter, they are as far apart as it says. */
    private Guess first(Guess second) {
        Guess first = told(start);
        int driven = path.spots().get(end).seen() - path.spots().get(start).seen();
        boolean trip = first.cause() == Cause.TRIP_METER && offers.follows(start, second.value() - driven);
        return trip ? Guess.of(second.value() - driven, first.cost(), Cause.TRIP_METER) : first;
    }

    private Suggestion suggestion(int spot, Guess guess) {
        return new Suggestion(Offers.field(path.spots().get(spot)), guess.value(), offers.why(spot, guess), 0.95);
    }

    private Guess told(int spot) {
        Guess guess = path.chosen(spot);
        if (guess == null) {
            throw new IllegalStateException("untold");
        }
        return guess;
    }

    private Finding one(int spot) {
        Guess chosen = path.chosen(spot);
        List<Guess> guesses = offers.guesses(spot);
        Guess best = guesses.isEmpty() ? chosen : guesses.getFirst();
        Rule rule = best == null ? unexplained(spot) : rule(spot, best);
        return finding(rule, Severity.ERROR, Offers.field(path.spots().get(spot)), spot, offers.suggestions(spot));
    }

    private Rule rule(int spot, Guess guess) {
        Cause cause = guess.cause();
        if (cause == null) {
            return unexplained(spot);
        }
        return switch (cause) {
            case DIGITS_SWAPPED, DIGIT_DROPPED, DIGIT_DOUBLED, DIGIT_ADDED, NEIGHBOUR_KEY, DIGIT_WRONG ->
                Rule.DIGIT_SLIP;
            case TRIP_METER -> Rule.TRIP_METER;
            case MILES_FOR_KILOMETRES, KILOMETRES_FOR_MILES -> Rule.UNIT_MIXED;
            case START_AND_END_SWAPPED -> Rule.SWAPPED;
            default -> unexplained(spot);
        };
    }

    private Rule unexplained(int spot) {
        Integer one = leg.start();
        Integer other = leg.end();
        if (one != null && one.equals(other)) {
            return Rule.DISTANCE_ZERO;
        }
        if (one != null && other != null && other < one) {
            return Rule.END_BEFORE_START;
        }
        Integer last = offers.value(path.told(spot, true));
        return last != null && path.spots().get(spot).seen() < last ? Rule.ODOMETER_BACKWARDS : Rule.MILEAGE_GAP;
    }

    /** Both readings aren't this vehicle's. */
    private Finding stranger() {
        Place home = stretch.home(at);
        int spot = start >= 0 ? start : end;
        List<Suggestion> suggestions = new ArrayList<>();
        if (home != null) {
            Why why = new Why(Cause.OTHER_VEHICLE, 0, 0, value(home.before()), value(home.after()));
            boolean sure = home.before() != null && home.after() != null;
            suggestions.add(new Suggestion(SessionField.VEHICLE, home.vehicle(), why, sure ? 0.95 : 0.8));
            return finding(Rule.WRONG_VEHICLE, Severity.ERROR, SessionField.VEHICLE, spot, suggestions);
        }
        Guess first = start < 0 ? null : offers.beside(start);
        Guess second = end < 0 ? null : offers.beside(end);
        Suggestion ofStart = first == null ? null : suggestion(start, first);
        Suggestion ofEnd = second == null ? null : suggestion(end, second);
        if (ofStart != null) {
            suggestions.add(new Suggestion(ofStart.field(), ofStart.value(), ofStart.why(), 0.4, ofEnd));
        } else if (ofEnd != null) {
            suggestions.add(new Suggestion(ofEnd.field(), ofEnd.value(), ofEnd.why(), 0.4));
        }
        return finding(unexplained(spot), Severity.ERROR, SessionField.START_MILEAGE, spot, suggestions);
    }

    private static @Nullable Integer value(@Nullable Reading reading) {
        return reading == null ? null : reading.value();
    }

    /** What is wrong between the leg before and this one, both being true. */
    private @Nullable Finding before() {
        int spot = start >= 0 && path.chosen(start) != null ? start : end;
        Guess guess = spot < 0 ? null : path.chosen(spot);
        int other = spot < 0 ? -1 : path.told(spot, true);
        Integer last = offers.value(other);
        if (guess == null || last == null || path.spots().get(other).leg() == at) {
            return null;
        }
        if (path.breaksBefore(spot)) {
            Suggestion suggestion = new Suggestion(
                    Offers.field(path.spots().get(spot)),
                    guess.value(),
                    new Why(Cause.NEW_ODOMETER, 0, 0, last, offers.value(path.told(spot, false))),
                    0.6);
            Rule rule = guess.value() < last ? Rule.ODOMETER_BACKWARDS : Rule.MILEAGE_GAP;
            return finding(rule, Severity.ERROR, SessionField.START_MILEAGE, spot, List.of(suggestion));
        }
        Spot there = path.spots().get(other);
        boolean adjacent = spot == start && !there.atStart() && !leg.unread() && onlyStrangersBetween(there.leg());
        if (!adjacent
                || stretch.links().broken(there.leg(), false, at, true)
                || guess.value() - last <= stretch.usual().gapLimit()
                || stretch.filled(there.leg(), last, at, guess.value(), strangers)) {
            return null;
        }
        Suggestion follows = new Suggestion(
                SessionField.START_MILEAGE,
                last + stretch.usual().likelyGap(),
                new Why(Cause.FOLLOWS_LAST, 0, 0, last, offers.value(path.told(spot, false))),
                0.2);
        return finding(Rule.MILEAGE_GAP, Severity.WARNING, SessionField.START_MILEAGE, spot, List.of(follows));
    }

    private boolean onlyStrangersBetween(int from) {
        for (int i = from + 1; i < at; i++) {
            if (stretch.home(i) == null) {
                return false;
            }
        }
        return true;
    }

    private Finding finding(Rule rule, Severity severity, SessionField field, int spot, List<Suggestion> suggestions) {
        int seen = path.spots().get(spot).seen();
        int before = path.told(spot, true);
        int after = path.told(spot, false);
        Integer last = offers.value(before);
        Integer next = offers.value(after);
        // The reading that says otherwise: the one before if that is higher or this is about a gap, else the one after.
        boolean above = next != null && seen > next;
        int other = last != null && (seen < last || !above) ? before : after;
        UUID contradicts = other < 0 || path.spots().get(other).leg() == at ? outside(spot) : id(other);
        Long bound = other < 0 ? null : toLong(offers.value(other));
        return new Finding(leg.id(), rule, severity, field, contradicts, (long) seen, bound, false, suggestions);
    }

    private @Nullable UUID outside(int spot) {
        for (boolean before : new boolean[] {true, false}) {
            int other = path.told(spot, before);
            if (other >= 0 && path.spots().get(other).leg() != at) {
                return id(other);
            }
        }
        return null;
    }

    private UUID id(int spot) {
        return stretch.line().leg(path.spots().get(spot).leg()).id();
    }

    private static @Nullable Long toLong(@Nullable Integer value) {
        return value == null ? null : value.longValue();
    }
}
