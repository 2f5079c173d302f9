package org.sessiondesk.judge.line;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.LineSession;
import org.sessiondesk.judge.Placed;
import org.sessiondesk.judge.SiteLimits;
import org.sessiondesk.judge.VehicleWindow;
import org.sessiondesk.session.SessionValues;

/**
 * A look at the sessions right around one that tells in well under a microsecond that there is nothing to tell: each
 * follows the last by no more than a yard's move, none goes too far, and no copies are near.
 */
final class Plain {

    /** So far a contradiction reaches: two clean legs may lie between two that are troubled. */
    private static final int NEAR = Trouble.CLEAN_BETWEEN + 1;

    private Plain() {}

    static boolean is(VehicleWindow window, SiteLimits limits, Instant now) {
        List<Placed> sessions = window.sessions();
        int at = window.at();
        if (!hasReadings(sessions.get(at).session())) {
            return true;
        }
        int distance = distance(sessions.get(at).session());
        if (distance > limits.warnDistance() || onEdge(window) && distance > limits.far() / 2) {
            return false;
        }
        int yard = Usual.yard(limits);
        int last = 0;
        long lastIn = 0;
        int from = Math.max(0, at - NEAR);
        int until = Math.min(sessions.size() - 1, at + NEAR);
        for (int i = from; i <= until; i++) {
            LineSession session = sessions.get(i).session();
            if (!plain(session, limits, now)) {
                return false;
            }
            SessionValues values = session.values();
            int start = orZero(values.startMileage());
            long in = seconds(values.logIn());
            if (i > from && (start < last || start - last > yard || in - lastIn <= 600)) {
                return false;
            }
            last = orZero(values.endMileage());
            lastIn = in;
        }
        return true;
    }

    /** Nobody before or after it says that its distance was so. */
    private static boolean onEdge(VehicleWindow window) {
        return window.at() == 0 || window.at() == window.sessions().size() - 1;
    }

    private static int distance(LineSession session) {
        return orZero(session.values().endMileage()) - orZero(session.values().startMileage());
    }

    private static boolean plain(LineSession session, SiteLimits limits, Instant now) {
        SessionValues values = session.values();
        int start = orZero(values.startMileage());
        int distance = orZero(values.endMileage()) - start;
        Instant out = values.logOut();
        if (start <= 0
                || distance < 0
                || distance > limits.far()
                || out == null
                || session.startNotKnown()
                || session.endNotKnown()
                || !Line.counts(session, now)) {
            return false;
        }
        long length = out.getEpochSecond() - seconds(values.logIn());
        return length >= 0 && (distance <= 20 || distance * 3_600L <= limits.topSpeed() * length);
    }

    private static boolean hasReadings(LineSession session) {
        return orZero(session.values().startMileage()) > 0
                || orZero(session.values().endMileage()) > 0;
    }

    private static int orZero(@Nullable Integer reading) {
        return reading == null ? 0 : reading;
    }

    private static long seconds(@Nullable Instant time) {
        return time == null ? 0 : time.getEpochSecond();
    }
}
