package org.sessiondesk.judge.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.LineSession;
import org.sessiondesk.session.SessionValues;

/** The same session, recorded twice. */
public final class Twins {

    private static final int LOOKED_BACK = 3;
    private static final long SAME_MOMENT = Duration.ofMinutes(10).toSeconds();
    private static final long SAME_DAY = Duration.ofHours(24).toSeconds();

    private Twins() {}

    /** Whether an entry of a line repeats one shortly before it. */
    public static <T> boolean isSecond(List<T> line, int at, Function<T, LineSession> session) {
        return firstOf(line, at, session) != null;
    }

    /** The session that an entry repeats. */
    public static <T> @Nullable UUID firstOf(List<T> line, int at, Function<T, LineSession> session) {
        LineSession here = session.apply(line.get(at));
        for (int i = at - 1; i >= Math.max(0, at - LOOKED_BACK); i--) {
            LineSession before = session.apply(line.get(i));
            if (same(before.values(), here.values())) {
                return before.id();
            }
        }
        return null;
    }

    static boolean same(SessionValues one, SessionValues other) {
        Instant in = one.logIn();
        Instant otherIn = other.logIn();
        if (in == null || otherIn == null || one.type() != other.type()) {
            return false;
        }
        long apart = Math.abs(in.getEpochSecond() - otherIn.getEpochSecond());
        if (apart > SAME_DAY || !Objects.equals(one.vehicle(), other.vehicle())) {
            return false;
        }
        boolean sameDriver = one.driver() != null && one.driver().equals(other.driver());
        if (driven(one)
                && Objects.equals(one.startMileage(), other.startMileage())
                && Objects.equals(one.endMileage(), other.endMileage())) {
            return sameDriver || one.vehicle() != null && cross(one, other);
        }
        return sameDriver
                && apart <= SAME_MOMENT
                && agree(one.startMileage(), other.startMileage())
                && agree(one.endMileage(), other.endMileage())
                && near(one.logOut(), other.logOut());
    }

    private static boolean driven(SessionValues values) {
        Long distance = values.distance();
        return distance != null && distance > 0;
    }

    private static boolean cross(SessionValues one, SessionValues other) {
        Instant in = one.logIn();
        Instant out = one.logOut();
        Instant otherIn = other.logIn();
        Instant otherOut = other.logOut();
        return in != null
                && out != null
                && otherIn != null
                && otherOut != null
                && in.isBefore(otherOut)
                && otherIn.isBefore(out);
    }

    private static boolean agree(@Nullable Integer one, @Nullable Integer other) {
        return one == null || other == null || one == 0 || other == 0 || one.equals(other);
    }

    private static boolean near(@Nullable Instant one, @Nullable Instant other) {
        return one == null
                || other == null
                || Math.abs(Duration.between(one, other).toSeconds()) <= SAME_MOMENT;
    }
}
