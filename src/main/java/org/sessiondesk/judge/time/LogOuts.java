package org.sessiondesk.judge.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Cause;
import org.sessiondesk.judge.LineSession;
import org.sessiondesk.judge.SiteLimits;
import org.sessiondesk.judge.Suggestion;
import org.sessiondesk.judge.Why;
import org.sessiondesk.session.SessionField;

/** When somebody usually logs out, and which log-outs look like a machine's. */
public final class LogOuts {

    private static final Duration MOMENT = Duration.ofSeconds(59);
    private static final Duration NOT_BEFORE = Duration.ofHours(10);
    private static final int NEAR_MIDNIGHT = 3 * 3_600;
    private static final int DAY = 24 * 3_600;

    private LogOuts() {}

    /** Whether a log-out is the moment of the driver's next log-in, or midnight. */
    public static boolean byMachine(Instant logOut, @Nullable Instant nextLogIn, ZoneId zone) {
        return sameMoment(logOut, nextLogIn) || midnight(logOut, zone);
    }

    static boolean sameMoment(Instant logOut, @Nullable Instant other) {
        return other != null && Duration.between(logOut, other).abs().compareTo(MOMENT) <= 0;
    }

    static boolean midnight(Instant logOut, ZoneId zone) {
        // Clocks differ by quarters of an hour: most times are ruled out without asking the calendar.
        long quarter = Math.floorMod(logOut.getEpochSecond() + 60, 900L);
        if (quarter > 60 || quarter % 60 != 0 && quarter != 59) {
            return false;
        }
        LocalTime time = logOut.atZone(zone).toLocalTime();
        int second = time.toSecondOfDay();
        return second == 0 || time.getHour() == 23 && time.getMinute() == 59 && (second % 60 == 0 || second % 60 == 59);
    }

    /** Whether a log-out that looks like a machine's is one: its driver would have stayed far too long. */
    static boolean unlike(
            List<LineSession> line,
            int at,
            Instant logOut,
            Lengths lengths,
            @Nullable Instant next,
            SiteLimits limits) {
        Duration length = Duration.between(logIn(line, at), logOut);
        if (length.compareTo(SiteLimits.LONG_SHIFT) > 0) {
            return true;
        }
        if (midnight(logOut, limits.zone())) {
            return lengths.learnt() && lengths.beyond(length, 2) || neverNearMidnight(line, at, limits.zone());
        }
        return sameMoment(logOut, next)
                && lengths.learnt()
                && length.compareTo(NOT_BEFORE) > 0
                && lengths.beyond(length, 2.5);
    }

    private static boolean neverNearMidnight(List<LineSession> line, int at, ZoneId zone) {
        int others = 0;
        for (int i = 0; i < line.size(); i++) {
            Instant logOut = line.get(i).values().logOut();
            if (i == at || logOut == null || midnight(logOut, zone)) {
                continue;
            }
            int second = logOut.atZone(zone).toLocalTime().toSecondOfDay();
            if (Math.min(second, DAY - second) < NEAR_MIDNIGHT) {
                return false;
            }
            others++;
        }
        return others >= 4;
    }

    /** The usual log-out for a session, before its driver logs in again, and that log-in; none that mends nothing. */
    static List<Suggestion> suggestions(
            List<LineSession> line, int at, Lengths lengths, @Nullable Instant next, SiteLimits limits) {
        Instant logIn = logIn(line, at);
        Instant stands = line.get(at).values().logOut();
        List<Suggestion> suggestions = new ArrayList<>();
        Instant usual = logIn.plus(lengths.asDuration());
        if (next == null || !usual.isAfter(next)) {
            suggestions.add(logOut(usual, Cause.USUAL_LOG_OUT, lengths.learnt() ? 0.4 : 0.2));
        }
        if (next != null && next.isAfter(logIn) && Duration.between(logIn, next).toHours() < 14) {
            suggestions.add(logOut(next, Cause.NEXT_LOG_IN, 0.2));
        }
        suggestions.removeIf(suggestion -> {
            Instant then = (Instant) suggestion.value();
            return sameMoment(then, stands)
                    || byMachine(then, next, limits.zone()) && unlike(line, at, then, lengths, next, limits);
        });
        return suggestions;
    }

    private static Instant logIn(List<LineSession> line, int at) {
        return Objects.requireNonNull(line.get(at).values().logIn());
    }

    static Suggestion logOut(Instant at, Cause cause, double confidence) {
        return new Suggestion(SessionField.LOG_OUT, at, new Why(cause, 0, 0, null, null), confidence);
    }
}
