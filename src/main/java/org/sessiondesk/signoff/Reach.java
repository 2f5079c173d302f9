package org.sessiondesk.signoff;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionValues;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Time of a driver that another of his sessions may have more or less of, because one changes: it comes first where both
 * are.
 *
 * @param session the one that changes; null for one to be added
 * @param dispatcher whether it gives way to a driver's
 * @param first when it begins, at the earliest: sessions of its kind that began before come before it
 * @param last when it begins, at the latest: it bears upon no day that begins more than {@link CountedSessions#LONGEST}
 *     after that, however long it lasts
 */
record Reach(
        @Nullable UUID session,
        UUID driver,
        boolean dispatcher,
        Instant first,
        Instant last,
        Instant from,
        Instant to) {

    /** Of a change. The same values before and after are those of a session that comes to count, or doesn't any more. */
    static List<Reach> of(@Nullable UUID session, SessionValues before, SessionValues after) {
        var was = whole(session, before);
        var is = whole(session, after);
        if (was == null || is == null || before.equals(after) || !was.isOfSameLineAs(is) || was.isMovedAndLong(is)) {
            var all = new ArrayList<Reach>();
            if (was != null) {
                all.add(was);
            }
            if (is != null && !is.equals(was)) {
                all.add(is);
            }
            return all;
        }
        var pieces = new ArrayList<Reach>();
        if (!was.from.equals(is.from)) {
            // With one that begins at the very end of it, it may change places.
            pieces.add(was.piece(is, was.from, is.from, 1));
        }
        if (!was.to.equals(is.to)) {
            pieces.add(was.piece(is, was.to, is.to, 0));
        }
        return pieces;
    }

    private boolean isOfSameLineAs(Reach other) {
        return driver.equals(other.driver) && dispatcher == other.dispatcher;
    }

    /** Other days come to count one that is so long, or don't any more: also where only its beginning moves. */
    private boolean isMovedAndLong(Reach other) {
        return !from.equals(other.from) && (isLong() || other.isLong());
    }

    private boolean isLong() {
        return Duration.between(from, to).compareTo(CountedSessions.LONGEST) > 0;
    }

    private Reach piece(Reach other, Instant one, Instant another, int microsMore) {
        return new Reach(
                session,
                driver,
                dispatcher,
                earlier(first, other.first),
                later(last, other.last),
                earlier(one, another),
                later(one, another).plus(microsMore, ChronoUnit.MICROS));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private static @Nullable Reach whole(@Nullable UUID session, SessionValues values) {
        var from = values.logIn();
        var to = values.logOut();
        if (values.driver() == null || from == null || to == null || !to.isAfter(from)) {
            return null;
        }
        boolean dispatcher = values.type() == LogInType.DISPATCHER;
        return new Reach(session, values.driver(), dispatcher, from, from, from, to);
    }

    /** Hands them to a query, see {@link LockRows#REACHED}. */
    static JdbcClient.StatementSpec asked(Collection<Reach> reaches, JdbcClient.StatementSpec sql) {
        return sql.param("reachSessions", array(reaches, Reach::session, new UUID[0]))
                .param("reachDrivers", array(reaches, Reach::driver, new UUID[0]))
                .param("dispatchers", array(reaches, Reach::dispatcher, new Boolean[0]))
                .param("firsts", array(reaches, reach -> reach.first.toString(), new String[0]))
                .param("lasts", array(reaches, reach -> reach.last.toString(), new String[0]))
                .param("froms", array(reaches, reach -> reach.from.toString(), new String[0]))
                .param("tos", array(reaches, reach -> reach.to.toString(), new String[0]));
    }

    private static <T> T[] array(Collection<Reach> reaches, Function<Reach, @Nullable T> of, T[] none) {
        return reaches.stream().map(of).toList().toArray(none);
    }
}
