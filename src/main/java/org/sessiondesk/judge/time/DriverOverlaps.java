package org.sessiondesk.judge.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.LineSession;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.judge.SiteLimits;
import org.sessiondesk.ontime.LogInType;

/** One driver in two vehicles at the same time: told once, on the session that is more likely wrong. */
final class DriverOverlaps {

    /** Sessions so far apart in a line hardly cross. */
    private static final int NEARBY = 3;

    /** Once is a mistake; so many crossings in one window are a way of working. */
    private static final int HABIT = 2;

    private final List<LineSession> line;
    private final int at;
    private final Lengths lengths;

    DriverOverlaps(List<LineSession> line, int at, Lengths lengths) {
        this.line = line;
        this.at = at;
        this.lengths = lengths;
    }

    @Nullable
    Finding finding() {
        for (int i = 0; i < line.size(); i++) {
            Crossing crossing = Twins.isSecond(line, i, session -> session) ? null : crossing(at, i);
            if (crossing == null) {
                continue;
            }
            int more = crossed(at) - crossed(i);
            if (more > 0 || more == 0 && crossing.wrong() == line.get(at)) {
                Crossing blamed = new Crossing(crossing.first(), crossing.second(), crossing.first() == line.get(at));
                return shared() ? null : blamed.finding(Rule.DRIVER_OVERLAP, Severity.WARNING);
            }
        }
        return null;
    }

    private @Nullable Crossing crossing(int one, int other) {
        LineSession first = line.get(Math.min(one, other));
        LineSession second = line.get(Math.max(one, other));
        return one == other || !mayCross(first, second) ? null : Crossing.of(first, second, lengths);
    }

    /** How many sessions near it one crosses: of two that cross, who crosses others, too, is the one cause of it all. */
    private int crossed(int one) {
        int crossed = 0;
        for (int i = Math.max(0, one - NEARBY); i <= Math.min(line.size() - 1, one + NEARBY); i++) {
            boolean second = Twins.isSecond(line, i, session -> session);
            crossed += second || crossing(one, i) == null ? 0 : 1;
        }
        return crossed;
    }

    /** Whether the driver's other sessions cross so often that more than one person must be using the account. */
    private boolean shared() {
        int crossings = 0;
        for (int i = 0; i < line.size(); i++) {
            for (int j = i + 1; i != at && j < line.size() && j <= i + NEARBY; j++) {
                if (j != at && oneDrivesWhileAnother(line.get(i), line.get(j))) {
                    crossings++;
                }
            }
        }
        return crossings >= HABIT;
    }

    /** Forgotten log-outs cross others, too, and say nothing about who drove. */
    private boolean oneDrivesWhileAnother(LineSession one, LineSession other) {
        UUID vehicle = one.values().vehicle();
        return one.values().type() == other.values().type()
                && vehicle != null
                && other.values().vehicle() != null
                && !vehicle.equals(other.values().vehicle())
                && ended(one)
                && ended(other)
                && Crossing.of(one, other, lengths) != null;
    }

    private static boolean ended(LineSession session) {
        Instant in = session.values().logIn();
        Instant out = session.values().logOut();
        return in != null
                && out != null
                && !out.isBefore(in)
                && Duration.between(in, out).compareTo(SiteLimits.LONG_SHIFT) <= 0;
    }

    /** Two of one vehicle are told by its line. Somebody who dispatches may drive at the same time. */
    private static boolean mayCross(LineSession one, LineSession other) {
        UUID vehicle = one.values().vehicle();
        boolean told = vehicle != null
                && vehicle.equals(other.values().vehicle())
                && one.values().type() != LogInType.DISPATCHER;
        return !told && one.values().type() == other.values().type();
    }
}
