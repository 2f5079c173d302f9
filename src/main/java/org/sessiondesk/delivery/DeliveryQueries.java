package org.sessiondesk.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.connection.Gate;
import org.sessiondesk.delivery.Deliveries.Line;
import org.sessiondesk.delivery.Deliveries.Reading;
import org.sessiondesk.delivery.Deliveries.Try;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lists of deliveries, each by an index of its own. What waits under a closed gate is said to be held. */
@Component
class DeliveryQueries {

    private static final String LINE = """
            select d.id, d.session_id, s.ontime_id, s.driver_id, s.vehicle_id, s.log_in_at, d.state, d.reason, d.words,
                   d.attempts, d.next_attempt_at, d.state_changed_at,
                   array(select p.ontime_id from possible_duplicate p
                         where p.session_id = d.session_id and p.settled_at is null
                           and p.ontime_id is distinct from s.ontime_id
                         order by p.noted_at, p.ontime_id) as duplicates,
                   coalesce(driver.name, left(s.driver_id::text, 8)) as driver,
                   coalesce(vehicle.name, left(s.vehicle_id::text, 8)) as vehicle
            """;

    private static final String JOINS = """
            join driver_session s on s.id = d.session_id
            left join driver on driver.ontime_id = s.driver_id
            left join vehicle on vehicle.ontime_id = s.vehicle_id
            """;

    private final JdbcClient jdbc;
    private final Gate gate;

    DeliveryQueries(JdbcClient jdbc, Gate gate) {
        this.jdbc = jdbc;
        this.gate = gate;
    }

    /** Of a page's few rows only the names are looked up: the page is cut first. */
    static String pageSql(boolean ofOneState) {
        return LINE
                + " from (select * from delivery "
                + (ofOneState ? "where state = :state " : "")
                + "order by state_changed_at desc, id desc offset :offset limit :limit) d "
                + JOINS
                + " order by d.state_changed_at desc, d.id desc";
    }

    static String countSql(boolean ofOneState) {
        return "select count(*) from (select from delivery " + (ofOneState ? "where state = :state " : "") + "limit "
                + Deliveries.MOST_REACHABLE + ") reachable";
    }

    static final String OPEN_COUNTS = """
            select state, count(*) as n from delivery where state not in ('ACCEPTED', 'WITHDRAWN') group by state
            """;

    List<Line> page(@Nullable DeliveryState state, int offset, int limit) {
        boolean held = held();
        if (isEmpty(state, held)) {
            return List.of();
        }
        var query = jdbc.sql(pageSql(state != null)).param("offset", offset).param("limit", limit);
        return (state == null ? query : query.param("state", stored(state)))
                .query((row, n) -> line(row, held))
                .list();
    }

    int count(@Nullable DeliveryState state) {
        if (isEmpty(state, held())) {
            return 0;
        }
        var query = jdbc.sql(countSql(state != null));
        return (state == null ? query : query.param("state", stored(state)))
                .query(Integer.class)
                .single();
    }

    private static boolean isEmpty(@Nullable DeliveryState state, boolean held) {
        return state == (held ? DeliveryState.WAITING : DeliveryState.HELD);
    }

    private static String stored(DeliveryState state) {
        return (state == DeliveryState.HELD ? DeliveryState.WAITING : state).name();
    }

    Map<DeliveryState, Long> openCounts() {
        boolean held = held();
        var counts = new EnumMap<DeliveryState, Long>(DeliveryState.class);
        jdbc.sql(OPEN_COUNTS).query(row -> {
            counts.put(shown(row, held), row.getLong("n"));
        });
        return counts;
    }

    Optional<Line> line(UUID delivery) {
        boolean held = held();
        return jdbc.sql(LINE + " from delivery d " + JOINS + " where d.id = :id")
                .param("id", delivery)
                .query((row, n) -> line(row, held))
                .optional();
    }

    List<Line> newest(Collection<UUID> sessions) {
        boolean held = held();
        return jdbc.sql(LINE + """
                         from unnest(:sessions::uuid[]) as wanted (session)
                        cross join lateral (
                            select * from delivery where session_id = wanted.session
                            order by state in ('ACCEPTED', 'WITHDRAWN'), state = 'WAITING', reason = 'JOINED',
                                first_queued_at desc, id desc
                            limit 1) d
                        """ + JOINS)
                .param("sessions", sessions.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) -> line(row, held))
                .list();
    }

    List<Try> tries(UUID delivery) {
        var readings = readings(delivery);
        return jdbc.sql("""
                        select id, n, started_at, finished_at, late_at, outcome, status, words, request_text, response_text
                        from delivery_attempt where delivery_id = :id order by n desc limit 50
                        """)
                .param("id", delivery)
                .query((row, n) -> new Try(
                        row.getInt("n"),
                        Columns.instant(row, "started_at"),
                        Columns.instantOrNull(row, "finished_at"),
                        Columns.instantOrNull(row, "late_at"),
                        row.getString("outcome"),
                        row.getObject("status", Integer.class),
                        row.getString("words"),
                        row.getString("request_text"),
                        row.getString("response_text"),
                        readings.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    /** By attempt; of a delivery that is looked for again and again the newest. */
    private Map<Long, List<Reading>> readings(UUID delivery) {
        var readings = new TreeMap<Long, List<Reading>>();
        jdbc.sql("""
                        select * from (
                            select r.id, r.attempt_id, r.started_at, r.path, r.status, r.response_text
                            from delivery_reading r join delivery_attempt a on a.id = r.attempt_id
                            where a.delivery_id = :id order by r.id desc limit 100) newest
                        order by id
                        """).param("id", delivery).query(row -> {
            readings.computeIfAbsent(row.getLong("attempt_id"), _ -> new ArrayList<>())
                    .add(new Reading(
                            Columns.instant(row, "started_at"),
                            row.getString("path"),
                            row.getObject("status", Integer.class),
                            row.getString("response_text")));
        });
        return readings;
    }

    /** What the delivery started from, what OnTime has now, and ours. */
    record Sides(@Nullable String baseRecord, @Nullable String lastKnown, SessionValues ours, long version) {}

    Sides sides(UUID delivery) {
        return jdbc.sql("""
                        select d.base_record, s.ontime_record, s.driver_id, s.vehicle_id, s.type, s.log_in_at,
                               s.log_out_at, s.start_mileage, s.end_mileage, s.version
                        from delivery d join driver_session s on s.id = d.session_id
                        where d.id = :id
                        """)
                .param("id", delivery)
                .query((row, n) -> new Sides(
                        row.getString("base_record"),
                        row.getString("ontime_record"),
                        ours(row),
                        row.getLong("version")))
                .single();
    }

    private static SessionValues ours(ResultSet row) throws SQLException {
        return new SessionValues(
                row.getObject("driver_id", UUID.class),
                row.getObject("vehicle_id", UUID.class),
                LogInType.valueOf(row.getString("type")),
                Columns.instantOrNull(row, "log_in_at"),
                Columns.instantOrNull(row, "log_out_at"),
                row.getObject("start_mileage", Integer.class),
                row.getObject("end_mileage", Integer.class));
    }

    private boolean held() {
        return gate.state().held();
    }

    private static DeliveryState shown(ResultSet row, boolean held) throws SQLException {
        var state = DeliveryState.valueOf(row.getString("state"));
        return held && state == DeliveryState.WAITING ? DeliveryState.HELD : state;
    }

    private static Line line(ResultSet row, boolean held) throws SQLException {
        return new Line(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "session_id"),
                row.getObject("ontime_id", UUID.class),
                row.getString("driver"),
                row.getString("vehicle"),
                Columns.instantOrNull(row, "log_in_at"),
                shown(row, held),
                DeliveryReason.valueOf(row.getString("reason")),
                row.getString("words"),
                row.getInt("attempts"),
                Columns.instantOrNull(row, "next_attempt_at"),
                Columns.instant(row, "state_changed_at"),
                List.of((UUID[]) row.getArray("duplicates").getArray()));
    }
}
