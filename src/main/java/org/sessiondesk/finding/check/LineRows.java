package org.sessiondesk.finding.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Beside;
import org.sessiondesk.judge.Judge;
import org.sessiondesk.judge.LineSession;
import org.sessiondesk.judge.NewOdometer;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads pieces of lines by their indexes: as many rows for one in a million sessions as for one in a hundred. */
@Component
class LineRows {

    /** OnTime's own word that somebody is logged in isn't believed for longer. */
    static final Duration LONGEST_SHIFT = Duration.ofHours(14);

    /** OnTime has told of the open session lately; while nothing is read at all, the newest reading's word stands. */
    static final String HEARD_OF = """
            s.ontime_read_at > (select coalesce(least(:now, completed_at), '-infinity') - interval '30 minutes'
                                from reading_state)
            """;

    /** The columns of a session in a line. Where the time decides, the sweep's word counts until the next. */
    static final String COLUMNS = """
            s.id, s.driver_id, s.vehicle_id, s.type, s.log_in_at, s.log_out_at, s.start_mileage, s.end_mileage,
            s.log_out_at is null and coalesce(
                (select t.state = 'LOGGED_IN' from timed_session t where t.session_id = s.id),
                s.log_in_at > :began and s.log_in_at <= :now and
            """ + HEARD_OF + """
                ) as logged_in,
            s.id in (select n.session_id from reading_not_known n where n.field = 'START_MILEAGE') as start_not_known,
            s.id in (select n.session_id from reading_not_known n where n.field = 'END_MILEAGE') as end_not_known
            """;

    static final String IN_LINE =
            "not s.discarded and s.vanished_at is null and s.left_out_at is null and s.log_in_at is not null";

    static final String BY_ID = "select " + COLUMNS + " from driver_session s where s.id = any(:ids) and " + IN_LINE;

    static final String BESIDE = """
            select p.id, b.id, b.vehicle_id, b.log_in_at, b.log_out_at, a.id, a.vehicle_id, a.log_in_at, a.log_out_at
            from unnest(cast(:ids as uuid[]), cast(:drivers as uuid[]), cast(cast(:times as text[]) as timestamptz[]))
                as p (id, driver, at)
            left join lateral (select s.id, s.vehicle_id, s.log_in_at, s.log_out_at from driver_session s
                               where s.driver_id = p.driver and not s.discarded and s.vanished_at is null and s.left_out_at is null
                                 and (s.log_in_at, s.id) < (p.at, p.id)
                               order by s.log_in_at desc, s.id desc limit 1) b on true
            left join lateral (select s.id, s.vehicle_id, s.log_in_at, s.log_out_at from driver_session s
                               where s.driver_id = p.driver and not s.discarded and s.vanished_at is null and s.left_out_at is null
                                 and (s.log_in_at, s.id) > (p.at, p.id)
                               order by s.log_in_at, s.id limit 1) a on true
            """;

    /** In a vehicle's or a driver's line, so many rows before a place and behind it. */
    static String around(String line, int reach) {
        return """
                select r.* from unnest(cast(:lines as uuid[]), cast(cast(:times as text[]) as timestamptz[]), cast(:ids as uuid[]))
                    as p (line, at, id)
                cross join lateral (
                    (select %1$s from driver_session s
                     where s.%2$s = p.line and not s.discarded and s.vanished_at is null and s.left_out_at is null
                       and (s.log_in_at, s.id) < (p.at, p.id)
                     order by s.log_in_at desc, s.id desc limit %3$d)
                    union all
                    (select %1$s from driver_session s
                     where s.%2$s = p.line and not s.discarded and s.vanished_at is null and s.left_out_at is null
                       and (s.log_in_at, s.id) >= (p.at, p.id)
                     order by s.log_in_at, s.id limit %3$d + 1)) r
                """.formatted(COLUMNS, line, reach);
    }

    private static final String VEHICLE = "vehicle_id";
    private static final String DRIVER = "driver_id";

    private final JdbcClient jdbc;

    LineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A driver's session before and after one. */
    record Between(@Nullable Beside before, @Nullable Beside after) {}

    /** These sessions as they stand now; those in no line are left out. */
    Map<UUID, LineSession> now(Collection<UUID> ids, Instant now) {
        var found = new HashMap<UUID, LineSession>();
        if (!ids.isEmpty()) {
            timed(BY_ID, now)
                    .param("ids", ids.toArray(UUID[]::new))
                    .query((row, _) -> session(row))
                    .list()
                    .forEach(session -> found.put(session.id(), session));
        }
        return found;
    }

    /** Vehicles' lines: twice the reach around the wide places, so that all they reach can be judged; once around others. */
    Lines vehicles(Collection<Place> wide, Collection<Place> narrow, Instant now) {
        return lines(VEHICLE, wide, narrow, now);
    }

    /** As {@link #vehicles}, of drivers. */
    Lines drivers(Collection<Place> wide, Collection<Place> narrow, Instant now) {
        return lines(DRIVER, wide, narrow, now);
    }

    private Lines lines(String line, Collection<Place> wide, Collection<Place> narrow, Instant now) {
        var lines = new Lines();
        load(line, 2 * Judge.REACH, wide, now, lines);
        load(line, Judge.REACH, narrow, now, lines);
        return lines;
    }

    private void load(String line, int reach, Collection<Place> places, Instant now, Lines into) {
        if (places.isEmpty()) {
            return;
        }
        timed(around(line, reach), now)
                .param("lines", Columns.uuids(places, Place::line))
                .param("times", Columns.texts(places, place -> place.spot().logIn()))
                .param("ids", Columns.uuids(places, place -> place.spot().session()))
                .query((row, _) -> session(row))
                .list()
                .forEach(session -> into.add(
                        Objects.requireNonNull(
                                line.equals(VEHICLE)
                                        ? session.values().vehicle()
                                        : session.values().driver()),
                        session));
    }

    /** What stands beside these sessions in their drivers' lines. */
    Map<UUID, Between> between(Collection<LineSession> sessions) {
        var found = new HashMap<UUID, Between>();
        var driven = sessions.stream()
                .filter(session -> session.values().driver() != null)
                .toList();
        if (!driven.isEmpty()) {
            jdbc.sql(BESIDE)
                    .param("ids", Columns.uuids(driven, LineSession::id))
                    .param(
                            "drivers",
                            Columns.uuids(driven, session -> session.values().driver()))
                    .param(
                            "times",
                            Columns.texts(driven, session -> session.values().logIn()))
                    .query(row -> {
                        found.put(row.getObject(1, UUID.class), new Between(beside(row, 2), beside(row, 6)));
                    });
        }
        return found;
    }

    /** Of these vehicles, the oldest first. */
    Map<UUID, List<NewOdometer>> newOdometers(Collection<UUID> vehicles) {
        return jdbc
                .sql(
                        "select vehicle_id, since, reading from new_odometer where vehicle_id = any(:ids) order by vehicle_id, since")
                .param("ids", vehicles.toArray(UUID[]::new))
                .query((row, _) -> new NewOdometer(
                        row.getObject("vehicle_id", UUID.class),
                        Objects.requireNonNull(Columns.instantOrNull(row, "since")),
                        row.getInt("reading")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(NewOdometer::vehicle));
    }

    private JdbcClient.StatementSpec timed(String sql, Instant now) {
        return jdbc.sql(sql).param("now", Columns.at(now)).param("began", Columns.at(now.minus(LONGEST_SHIFT)));
    }

    /** From the columns of {@link #COLUMNS}, which come first. */
    static LineSession session(ResultSet row) throws SQLException {
        return new LineSession(
                row.getObject(1, UUID.class),
                new SessionValues(
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        LogInType.valueOf(row.getString(4)),
                        Columns.instantOrNull(row, 5),
                        Columns.instantOrNull(row, 6),
                        row.getObject(7, Integer.class),
                        row.getObject(8, Integer.class)),
                row.getBoolean(9),
                row.getBoolean(10),
                row.getBoolean(11));
    }

    /** From four columns: id, vehicle, log-in and log-out. */
    static @Nullable Beside beside(ResultSet row, int from) throws SQLException {
        var id = row.getObject(from, UUID.class);
        var logIn = Columns.instantOrNull(row, from + 2);
        return id == null || logIn == null
                ? null
                : new Beside(id, row.getObject(from + 1, UUID.class), logIn, Columns.instantOrNull(row, from + 3));
    }
}
