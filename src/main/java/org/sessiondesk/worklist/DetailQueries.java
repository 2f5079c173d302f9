package org.sessiondesk.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.DriverSessions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands around one session: its neighbours and, through the history, what was done to it. */
@Repository
class DetailQueries {

    /** The sessions of a vehicle right before and after a log-in: two looks into its line. */
    static final String NEIGHBOURS = """
        select 'before' as side, s.id, s.log_out_at as at, s.end_mileage as mileage, s.driver_id,
            coalesce(d.name, left(s.driver_id::text, 8)) as driver
        from (select * from driver_session
              where vehicle_id = :vehicle and not discarded and left_out_at is null and vanished_at is null
                and (log_in_at, id) < (:logIn, :session)
              order by log_in_at desc, id desc limit 1) s
        left join driver d on d.ontime_id = s.driver_id
        union all
        select 'after', s.id, s.log_in_at, s.start_mileage, s.driver_id,
            coalesce(d.name, left(s.driver_id::text, 8))
        from (select * from driver_session
              where vehicle_id = :vehicle and not discarded and left_out_at is null and vanished_at is null
                and (log_in_at, id) > (:logIn, :session)
              order by log_in_at, id limit 1) s
        left join driver d on d.ontime_id = s.driver_id
            """;

    /** One correction and one new session that were saved together are a split; taken back, it is none. */
    static final String SPLITS = """
            select c.id as correction, o.session_id as other, o.id as other_correction, c.kind = 'CORRECT' as is_into,
                coalesce(v.name, left(s.vehicle_id::text, 8)) as vehicle, s.log_in_at
            from correction c
            join correction o on o.batch_id = c.batch_id and o.session_id <> c.session_id
            join driver_session s on s.id = o.session_id
            left join vehicle v on v.ontime_id = s.vehicle_id
            where c.session_id = :session and c.kind in ('CORRECT', 'CREATE')
              and o.kind in ('CORRECT', 'CREATE') and o.kind <> c.kind and not s.discarded
              and not exists (select from correction u where u.undoes in (c.id, o.id))
              and (select count(*) from correction b where b.batch_id = c.batch_id) = 2
            order by s.log_in_at, s.id
            """;

    private final JdbcClient jdbc;
    private final HistoryQueries history;
    private final DriverSessions sessions;

    DetailQueries(JdbcClient jdbc, HistoryQueries history, DriverSessions sessions) {
        this.jdbc = jdbc;
        this.history = history;
        this.sessions = sessions;
    }

    SessionDetail around(DriverSession session, Collection<SessionLine> lines) {
        var line = lines.stream().findFirst();
        var values = session.values();
        var vehicle = values.vehicle();
        var logIn = values.logIn();
        return new SessionDetail(
                session,
                line.map(SessionLine::driver).orElse(null),
                line.map(SessionLine::vehicle).orElse(null),
                line.map(SessionLine::mark).orElse(null),
                line.map(SessionLine::sent).orElse(null),
                leavesAt(session.id()),
                sessions.takeBacks(session.id()),
                vehicle == null || logIn == null ? VehicleLine.NONE : neighbours(vehicle, logIn, session.id()),
                splits(session.id()),
                history.of(session.id(), session.addedByOffice()));
    }

    /** Both sides in one statement, each the first entry of the vehicle's index past the log-in. */
    VehicleLine neighbours(UUID vehicle, Instant logIn, @Nullable UUID session) {
        var found = jdbc.sql(NEIGHBOURS)
                .param("vehicle", vehicle)
                .param("logIn", Conditions.time(logIn))
                .param("session", session == null ? new UUID(0, 0) : session)
                .query((row, _) -> new Side(row.getString("side"), neighbour(row)))
                .list();
        return new VehicleLine(side(found, "before"), side(found, "after"));
    }

    private List<Split> splits(UUID session) {
        return jdbc.sql(SPLITS)
                .param("session", session)
                .query((row, _) -> new Split(
                        Objects.requireNonNull(row.getObject("correction", UUID.class)),
                        Objects.requireNonNull(row.getObject("other", UUID.class)),
                        Objects.requireNonNull(row.getObject("other_correction", UUID.class)),
                        row.getBoolean("is_into"),
                        row.getString("vehicle"),
                        ListQueries.instant(row, "log_in_at")))
                .list();
    }

    Optional<UUID> byOntimeId(UUID ontimeId) {
        return jdbc.sql("select id from driver_session where ontime_id = :id and not discarded")
                .param("id", ontimeId)
                .query(UUID.class)
                .optional();
    }

    private @Nullable Instant leavesAt(UUID session) {
        return jdbc.sql("select next_attempt_at from delivery where session_id = :id and state = 'WAITING'")
                .param("id", session)
                .query((row, _) -> Optional.ofNullable(ListQueries.instant(row, "next_attempt_at")))
                .optional()
                .flatMap(at -> at)
                .orElse(null);
    }

    private static Neighbour neighbour(ResultSet row) throws SQLException {
        return new Neighbour(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("driver"),
                ListQueries.instant(row, "at"),
                row.getObject("mileage", Integer.class));
    }

    private static @Nullable Neighbour side(List<Side> found, String side) {
        return found.stream()
                .filter(each -> each.side().equals(side))
                .map(Side::neighbour)
                .findFirst()
                .orElse(null);
    }

    private record Side(String side, Neighbour neighbour) {}
}
