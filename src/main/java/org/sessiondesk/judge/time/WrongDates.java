package org.sessiondesk.judge.time;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Cause;
import org.sessiondesk.judge.Suggestion;
import org.sessiondesk.judge.Why;
import org.sessiondesk.session.SessionField;

/** What a log-in or log-out was that is hours, a day, a month or a year off. */
final class WrongDates {

    private static final int AT_MOST = 4;
    private static final List<Duration> HOURS = List.of(Duration.ofHours(12), Duration.ofHours(24));
    private static final List<Period> DATES =
            List.of(Period.ofDays(7), Period.ofMonths(1), Period.ofYears(1), Period.ofDays(2));

    private record Offer(Suggestion suggestion, double cost) {}

    private final ZoneId zone;
    private final Lengths lengths;
    private final @Nullable Instant lastLogOut;
    private final @Nullable Instant nextLogIn;
    private final List<Offer> offers = new ArrayList<>();

    WrongDates(ZoneId zone, Lengths lengths, @Nullable Instant lastLogOut, @Nullable Instant nextLogIn) {
        this.zone = zone;
        this.lengths = lengths;
        this.lastLogOut = lastLogOut;
        this.nextLogIn = nextLogIn;
    }

    /** Of two times that are the wrong way round. */
    List<Suggestion> wrongWayRound(Instant logIn, Instant logOut) {
        for (Instant later : moved(logOut, true)) {
            offer(logIn, later, SessionField.LOG_OUT, later, null, 0);
        }
        for (Instant earlier : moved(logIn, false)) {
            offer(earlier, logOut, SessionField.LOG_IN, earlier, null, 0.3);
        }
        Suggestion in = suggestion(SessionField.LOG_IN, logOut, 0.5, null);
        offer(logOut, logIn, SessionField.LOG_OUT, logIn, in, 0.3);
        Instant usual = logIn.plus(lengths.asDuration());
        offers.add(new Offer(LogOuts.logOut(usual, Cause.USUAL_LOG_OUT, 0.3), 1 + clash(logIn, usual)));
        Instant early = logOut.minus(lengths.asDuration());
        offers.add(new Offer(
                new Suggestion(SessionField.LOG_IN, early, why(Cause.USUAL_LOG_IN), 0.3), 1.3 + clash(early, logOut)));
        return best();
    }

    /** Of a log-in that hasn't come yet; a log-out that went with it moves with it. */
    List<Suggestion> tooLate(Instant logIn, @Nullable Instant logOut, Instant now) {
        for (Instant earlier : moved(logIn, false)) {
            if (earlier.isAfter(now)) {
                continue;
            }
            if (logOut == null) {
                offer(earlier, earlier.plus(lengths.asDuration()), SessionField.LOG_IN, earlier, null, 1);
            } else if (logOut.isBefore(logIn) || !logOut.isAfter(now)) {
                offer(earlier, logOut, SessionField.LOG_IN, earlier, null, 0);
            } else {
                Instant out = logOut.minus(Duration.between(earlier, logIn));
                offer(
                        earlier,
                        out,
                        SessionField.LOG_IN,
                        earlier,
                        suggestion(SessionField.LOG_OUT, out, 0.5, null),
                        0.3);
                offer(earlier, logOut, SessionField.LOG_IN, earlier, null, 0.6);
            }
        }
        if (logOut != null && !logOut.isAfter(now)) {
            Instant usual = logOut.minus(lengths.asDuration());
            offers.add(new Offer(
                    new Suggestion(SessionField.LOG_IN, usual, why(Cause.USUAL_LOG_IN), 0.3),
                    1.3 + clash(usual, logOut)));
        }
        return best();
    }

    private List<Instant> moved(Instant time, boolean later) {
        List<Instant> moved = new ArrayList<>();
        for (Duration hours : HOURS) {
            moved.add(later ? time.plus(hours) : time.minus(hours));
        }
        for (Period date : DATES) {
            // By the calendar: the hour of the day stays, whatever the clocks did in between.
            Period period = later ? date : date.negated();
            moved.add(time.atZone(zone).plus(period).toInstant());
        }
        return moved;
    }

    private void offer(
            Instant in, Instant out, SessionField field, Instant value, @Nullable Suggestion also, double cost) {
        if (out.isAfter(in)) {
            double unlike = lengths.unlike(Duration.between(in, out));
            if (unlike < 1.5) {
                offers.add(new Offer(suggestion(field, value, 0.7, also), cost + unlike + clash(in, out)));
            }
        }
    }

    private double clash(Instant in, Instant out) {
        double cost = lastLogOut != null && lastLogOut.isAfter(in) ? 2 : 0;
        return nextLogIn != null && nextLogIn.isBefore(out) ? cost + 2 : cost;
    }

    private static Suggestion suggestion(
            SessionField field, Instant value, double confidence, @Nullable Suggestion also) {
        return new Suggestion(field, value, why(Cause.DATE_SLIP), confidence, also);
    }

    private static Why why(Cause cause) {
        return new Why(cause, 0, 0, null, null);
    }

    private List<Suggestion> best() {
        return offers.stream()
                .sorted(Comparator.comparingDouble(Offer::cost))
                .limit(AT_MOST)
                .map(Offer::suggestion)
                .toList();
    }
}
