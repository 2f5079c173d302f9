package org.sessiondesk.judge.line;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Beside;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.LineSession;
import org.sessiondesk.judge.Placed;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.judge.SiteLimits;
import org.sessiondesk.judge.VehicleWindow;
import org.sessiondesk.judge.time.Crossing;
import org.sessiondesk.judge.time.Lengths;
import org.sessiondesk.judge.time.LogOuts;
import org.sessiondesk.judge.time.Twins;

/** Two drivers in one vehicle at the same time: told once, on the session that is more likely wrong. */
final class VehicleOverlaps {

    /** Once is a mistake; so many crossings in one window are a way of working. */
    private static final int HABIT = 2;

    private final VehicleWindow window;
    private final SiteLimits limits;
    private final Instant now;

    VehicleOverlaps(VehicleWindow window, SiteLimits limits, Instant now) {
        this.window = window;
        this.limits = limits;
        this.now = now;
    }

    /** @param stranger says of a session whether its readings are another vehicle's */
    @Nullable
    Finding of(Predicate<UUID> stranger) {
        LineSession here = session(window.at());
        if (!Line.counts(here, now)) {
            return null;
        }
        Lengths lengths = null;
        for (int i = 0; i < window.sessions().size(); i++) {
            LineSession other = session(i);
            boolean earlier = i < window.at();
            if (i == window.at() || !cross(earlier ? other : here, earlier ? here : other) || !counts(i)) {
                continue;
            }
            if (lengths == null) {
                lengths = Lengths.of(
                        window.sessions().stream().map(Placed::session).toList(), -1);
            }
            Crossing crossing = Crossing.of(earlier ? other : here, earlier ? here : other, lengths);
            if (crossing == null) {
                continue;
            }
            Placed first = window.sessions().get(earlier ? i : window.at());
            Crossing blamed = blame(crossing, first, stranger);
            if (blamed.wrong() == here) {
                return nobodysOwn(blamed, lengths) ? null : finding(blamed);
            }
        }
        return null;
    }

    private boolean counts(int i) {
        return Line.counts(session(i), now) && !Twins.isSecond(window.sessions(), i, Placed::session);
    }

    private static boolean cross(LineSession first, LineSession second) {
        Instant out = first.values().logOut();
        Instant in = second.values().logIn();
        return out != null && in != null && out.isAfter(in);
    }

    private Crossing blame(Crossing crossing, Placed earlier, Predicate<UUID> stranger) {
        // People do log out of one vehicle and into the next at the same moment; but they read its odometer then.
        if (byMachine(earlier) && !readAtEnd(earlier.session())) {
            return new Crossing(crossing.first(), crossing.second(), true);
        }
        boolean first = stranger.test(crossing.first().id());
        boolean second = stranger.test(crossing.second().id());
        if (first == second) {
            boolean read = mostAreRead();
            first = isRead(crossing.first()) != read;
            second = isRead(crossing.second()) != read;
        }
        return first == second ? crossing : new Crossing(crossing.first(), crossing.second(), first);
    }

    /** Whether somebody reads this vehicle's odometer; of an own car nobody does. */
    private boolean mostAreRead() {
        long read = window.sessions().stream()
                .filter(placed -> isRead(placed.session()))
                .count();
        return read * 2 > window.sessions().size();
    }

    /** Where nothing is ever read and several people drive at once again and again, it stands for all own cars. */
    private boolean nobodysOwn(Crossing crossing, Lengths lengths) {
        if (window.sessions().stream().anyMatch(placed -> isRead(placed.session())) || !ofTwoPeople(crossing)) {
            return false;
        }
        int crossings = 0;
        for (int i = 0; i < window.sessions().size(); i++) {
            for (int j = i + 1; i != window.at() && j < window.sessions().size(); j++) {
                Crossing other = j == window.at() ? null : Crossing.of(session(i), session(j), lengths);
                crossings += other != null && ofTwoPeople(other) && isShift(session(i)) ? 1 : 0;
            }
        }
        return crossings >= HABIT;
    }

    private static boolean ofTwoPeople(Crossing crossing) {
        return !Objects.equals(
                crossing.first().values().driver(), crossing.second().values().driver());
    }

    /** A forgotten log-out crosses others, too. */
    private static boolean isShift(LineSession session) {
        Duration length = Lengths.of(session);
        return length != null && length.compareTo(SiteLimits.LONG_SHIFT) <= 0;
    }

    private static boolean isRead(LineSession session) {
        return Line.recorded(session.values().startMileage(), session.startNotKnown()) != null || readAtEnd(session);
    }

    private Finding finding(Crossing crossing) {
        boolean machine = crossing.firstIsWrong() && byMachine(window.sessions().get(window.at()));
        return machine
                ? crossing.finding(Rule.LOG_OUT_BY_MACHINE, Severity.ERROR)
                : crossing.finding(Rule.VEHICLE_OVERLAP, Severity.ERROR);
    }

    private boolean byMachine(Placed placed) {
        Beside after = placed.after();
        Instant out = placed.session().values().logOut();
        return out != null && LogOuts.byMachine(out, after == null ? null : after.logIn(), limits.zone());
    }

    private static boolean readAtEnd(LineSession session) {
        return Line.recorded(session.values().endMileage(), session.endNotKnown()) != null;
    }

    private LineSession session(int i) {
        return window.sessions().get(i).session();
    }

    /** Nothing in the window crosses the session: what nearly all are. */
    static boolean clean(List<Placed> sessions, int at) {
        LineSession here = sessions.get(at).session();
        for (int i = 0; i < sessions.size(); i++) {
            LineSession other = sessions.get(i).session();
            if (i < at && cross(other, here) || i == at + 1 && cross(here, other)) {
                return false;
            }
        }
        return true;
    }
}
