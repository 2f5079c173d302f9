package org.sessiondesk.signoff;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.SettledBy;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what locks sessions: sign-offs that stand and periods that are closed. */
@Repository
class LockRows {

    /**
     * Sessions of standing sign-offs that a {@link Reach} may take time from, or give some. Their days aren't far from its
     * beginning: no session is looked for farther than {@link CountedSessions#LONGEST}. The hours may be, where both are long.
     */
    private static final String REACHED = """
            from unnest(cast(:reachSessions as uuid[]), cast(:reachDrivers as uuid[]), cast(:dispatchers as boolean[]),
                        cast(:firsts as timestamptz[]), cast(:lasts as timestamptz[]), cast(:froms as timestamptz[]),
                        cast(:tos as timestamptz[]))
                with ordinality as reach (session, driver, dispatcher, first, last, began, ended, at)
            join day_sign_off o on o.driver_id = reach.driver and o.reopened_at is null
                and o.day between (reach.first - interval '9 days')::date and (reach.last + interval '9 days')::date
            join signed_session signed on signed.sign_off_id = o.id
                and signed.log_in_at < reach.ended and signed.log_out_at > reach.began
                and (signed.type = 'DISPATCHER', signed.log_in_at) >= (reach.dispatcher, reach.first)
                and signed.session_id is distinct from reach.session
            """;

    static final String REACHED_DAYS = "select distinct o.driver_id, o.day " + REACHED + " order by o.day";

    /** A closed period first: it has to be opened before its days. */
    static final String OF = """
            select 1 as turn, 'CLOSED_PERIOD' as kind, p.closed_by as by, p.closed_at as at, p.first_day, p.last_day
            from closed_period p join unnest(cast(:dates as date[])) as asked (day)
                on daterange(p.first_day, p.last_day, '[]') @> asked.day
            where p.reopened_at is null
            union all
            select 2, 'SIGNED_DAY', o.signed_by, o.signed_at, o.day, o.day
            from signed_session signed join day_sign_off o on o.id = signed.sign_off_id
            where signed.session_id = :session and o.reopened_at is null
            union all
            select 3, 'SIGNED_DAY', o.signed_by, o.signed_at, o.day, o.day
            from unnest(cast(:drivers as uuid[]), cast(:days as date[])) as asked (driver, day)
            join day_sign_off o on o.driver_id = asked.driver and o.day = asked.day and o.reopened_at is null
            union all
            select 4, 'SIGNED_NEIGHBOUR', o.signed_by, o.signed_at, o.day, o.day
            """ + REACHED + """
            order by turn, first_day limit 1
            """;

    static final String ALL = """
            select null::uuid as session_id, null::uuid as driver_id, p.first_day, p.last_day, null::bigint as reach
            from closed_period p
            where daterange(p.first_day, p.last_day, '[]') && daterange(:first, :last, '[]') and p.reopened_at is null
            union all
            select signed.session_id, null, null, null, null
            from signed_session signed join day_sign_off o on o.id = signed.sign_off_id
            where signed.session_id = any(:sessions) and o.reopened_at is null
            union all
            select null, o.driver_id, o.day, null, null
            from unnest(cast(:drivers as uuid[]), cast(:days as date[])) as asked (driver, day)
            join day_sign_off o on o.driver_id = asked.driver and o.day = asked.day and o.reopened_at is null
            union all
            select distinct null::uuid, null::uuid, null::date, null::date, reach.at
            """ + REACHED;

    private final JdbcClient jdbc;

    LockRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a change bears upon.
     *
     * @param days on which something counts, or is to count
     * @param reaches into other sessions of its drivers
     */
    record Touched(Set<DriverDay> days, Set<LocalDate> dates, List<Reach> reaches) {

        static final Touched NOTHING = new Touched(Set.of(), Set.of(), List.of());

        Touched and(Touched other) {
            return new Touched(
                    both(days, other.days),
                    both(dates, other.dates),
                    Stream.concat(reaches.stream(), other.reaches.stream()).toList());
        }

        private static <T> Set<T> both(Set<T> one, Set<T> other) {
            var both = new HashSet<>(one);
            both.addAll(other);
            return both;
        }
    }

    /** What of many is settled. */
    record Settled(Set<UUID> sessions, Set<DriverDay> days, List<PayPeriod> periods, Set<Reach> reached) {

        boolean has(@Nullable UUID session, Touched touched) {
            return hasSigned(session)
                    || touched.days().stream().anyMatch(days::contains)
                    || touched.dates().stream()
                            .anyMatch(date -> periods.stream().anyMatch(period -> period.has(date)))
                    || touched.reaches().stream().anyMatch(reached::contains);
        }

        boolean hasSigned(@Nullable UUID session) {
            return session != null && sessions.contains(session);
        }
    }

    /** What locks a session that counts, or is to count, on these days; null for one that isn't there yet. */
    Optional<SettledBy> of(@Nullable UUID session, Touched touched) {
        return asked(OF, touched)
                .param("session", session, Types.OTHER)
                .param("dates", texts(touched.dates()))
                .query((row, _) -> new SettledBy(
                        SettledBy.Kind.valueOf(row.getString("kind")),
                        Columns.id(row, "by"),
                        Columns.instant(row, "at"),
                        Columns.date(row, "first_day"),
                        Columns.date(row, "last_day")))
                .optional();
    }

    /** Of many sessions and days at once. */
    Settled all(Collection<UUID> sessions, Touched touched) {
        var settled = new Settled(new HashSet<>(), new HashSet<>(), new ArrayList<>(), new HashSet<>());
        asked(ALL, touched)
                .param("first", Collections.min(touched.dates()))
                .param("last", Collections.max(touched.dates()))
                .param("sessions", sessions.toArray(UUID[]::new))
                .query(row -> {
                    var session = row.getObject("session_id", UUID.class);
                    var driver = row.getObject("driver_id", UUID.class);
                    int reach = row.getInt("reach");
                    if (session != null) {
                        settled.sessions().add(session);
                    } else if (driver != null) {
                        settled.days().add(new DriverDay(driver, Columns.date(row, "first_day")));
                    } else if (reach > 0) {
                        settled.reached().add(touched.reaches().get(reach - 1));
                    } else {
                        settled.periods()
                                .add(new PayPeriod(Columns.date(row, "first_day"), Columns.date(row, "last_day")));
                    }
                });
        return settled;
    }

    /** The signed days that these reach into. */
    List<DriverDay> reached(Collection<Reach> reaches) {
        return reaches.isEmpty()
                ? List.of()
                : Reach.asked(reaches, jdbc.sql(REACHED_DAYS))
                        .query((row, _) -> new DriverDay(Columns.id(row, "driver_id"), Columns.date(row, "day")))
                        .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Touched touched) {
        var days = touched.days();
        return Reach.asked(touched.reaches(), jdbc.sql(sql))
                .param("drivers", days.stream().map(DriverDay::driver).toArray(UUID[]::new))
                .param("days", texts(days.stream().map(DriverDay::day).toList()));
    }

    private static String[] texts(Collection<LocalDate> dates) {
        return dates.stream().map(Objects::toString).toArray(String[]::new);
    }
}
