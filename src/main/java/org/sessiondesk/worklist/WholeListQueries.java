package org.sessiondesk.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.ontime.UserSessionField;
import org.sessiondesk.session.SessionField;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads whole lists by a cursor on the server. */
@Repository
class WholeListQueries {

    /** Rows fetched at once. */
    private static final int FETCH = 500;

    /** Of a new odometer nothing is to be set. A reading offered with a time was never written for want of that. */
    private static final String FINDING = """
            s.ontime_id, f.rule, f.severity, f.field, s.driver_id, s.vehicle_id, s.type, s.log_in_at, s.log_out_at,
                s.start_mileage, s.end_mileage, best.suggested, best.confidence,
                coalesce(best.also ->> 'field', reading.field) as also_field,
                coalesce(best.also ->> 'value', reading.suggested) as also_suggested,
                case when best.also ->> 'field' is null then reading.confidence else best.confidence end as also_confidence
            from driver_session s
            join finding f on f.session_id = s.id
            left join lateral (
                select one.meant ->> 'value' as suggested, (one.meant ->> 'confidence')::double precision as confidence,
                    one.meant -> 'also' as also
                from jsonb_array_elements(f.suggestions) with ordinality one (meant, place)
                where one.meant ->> 'field' = f.field and one.meant ->> 'cause' <> 'NEW_ODOMETER'
                order by one.place limit 1) best on true
            left join lateral (
                select one.meant ->> 'field' as field, one.meant ->> 'value' as suggested,
                    (one.meant ->> 'confidence')::double precision as confidence
                from jsonb_array_elements(f.suggestions) with ordinality one (meant, place)
                where f.field in ('LOG_IN', 'LOG_OUT') and one.meant ->> 'field' in ('START_MILEAGE', 'END_MILEAGE')
                order by one.place limit 1) reading on true
            """;

    private static final String FINDINGS = "select " + FINDING + """
            where not s.discarded and s.ontime_id is not null and not f.dismissed %s
            order by s.log_in_at nulls first, s.id, f.rule, f.field
            """;

    private static final String LISTED = """
            select s.id, coalesce(d.name, left(s.driver_id::text, 8)) as driver,
                coalesce(v.name, left(s.vehicle_id::text, 8)) as vehicle,
            """ + FINDING + WorklistSql.NAMES + """
            where not f.dismissed and %s
            order by s.log_in_at desc nulls last, s.id desc, f.rule, f.field
            """;

    private static final String SESSIONS =
            """
            select s.id, s.ontime_id, s.driver_id, d.name as driver, s.vehicle_id, v.name as vehicle, s.type, s.log_in_at,
                s.log_out_at, s.start_mileage, s.end_mileage, s.edited, s.added_by_office,
                s.vanished_at is not null as vanished, s.left_out_at is not null as left_out,
                (select count(*) from finding f where f.session_id = s.id and not f.dismissed) as problems,
            """ + WorklistSql.DISTANCE + "\nfrom driver_session s\n" + WorklistSql.NAMES + """
            where not s.discarded %s
            order by s.log_in_at nulls first, s.id
            """;

    private final NamedParameterJdbcTemplate streaming;

    WholeListQueries(JdbcTemplate template) {
        var own = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
        own.setFetchSize(FETCH);
        this.streaming = new NamedParameterJdbcTemplate(own);
    }

    void findings(@Nullable Instant from, @Nullable Instant to, Consumer<FindingLine> consumer) {
        streaming.query(findings(from, to), period(from, to), row -> {
            lines(row, consumer);
        });
    }

    void findings(SessionFilter filter, Instant now, Consumer<ListedFinding> consumer) {
        var conditions = Conditions.of(filter, now);
        streaming.query(listed(filter, conditions), conditions.parameters(), row -> {
            var session = row.getObject("id", UUID.class);
            String driver = row.getString("driver");
            String vehicle = row.getString("vehicle");
            Instant logIn = instant(row, "log_in_at");
            lines(row, line -> consumer.accept(new ListedFinding(session, driver, vehicle, logIn, line)));
        });
    }

    void sessions(@Nullable Instant from, @Nullable Instant to, Consumer<WholeSession> consumer) {
        streaming.query(sessions(from, to), period(from, to), row -> {
            consumer.accept(session(row));
        });
    }

    static String findings(@Nullable Instant from, @Nullable Instant to) {
        return FINDINGS.formatted(conditions(from, to));
    }

    static String listed(SessionFilter filter, Conditions conditions) {
        var finding = filter.finding();
        String kind = switch (finding == null ? FindingFilter.Which.ANY : finding.which()) {
            case ANY, PUT_ASIDE, DUE, DISMISSED, NOT_KNOWN -> "";
            case ERROR -> "f.severity = 'ERROR' and ";
            case WARNING -> "f.severity = 'WARNING' and ";
            case RULE -> "f.rule = :rule and ";
        };
        return LISTED.formatted(kind + conditions.sql());
    }

    static String sessions(@Nullable Instant from, @Nullable Instant to) {
        return SESSIONS.formatted(conditions(from, to));
    }

    private static String conditions(@Nullable Instant from, @Nullable Instant to) {
        return (from == null ? "" : " and s.log_in_at >= :from") + (to == null ? "" : " and s.log_in_at < :to");
    }

    static Map<String, Object> period(@Nullable Instant from, @Nullable Instant to) {
        var parameters = new HashMap<String, Object>();
        if (from != null) {
            parameters.put("from", Conditions.time(from));
        }
        if (to != null) {
            parameters.put("to", Conditions.time(to));
        }
        return parameters;
    }

    /** One, or two where another value was wrong for the same reason: setting one of them alone mends nothing. */
    private static void lines(ResultSet row, Consumer<FindingLine> line) throws SQLException {
        line.accept(finding(row, row.getString("field"), row.getString("suggested"), row.getDouble("confidence")));
        String other = row.getString("also_field");
        if (other != null) {
            line.accept(finding(row, other, row.getString("also_suggested"), row.getDouble("also_confidence")));
        }
    }

    private static FindingLine finding(ResultSet row, String about, @Nullable String suggested, double confidence)
            throws SQLException {
        var field = SessionField.valueOf(about);
        return new FindingLine(
                row.getObject("ontime_id", UUID.class),
                ontime(field),
                Rule.valueOf(row.getString("rule")),
                Severity.valueOf(row.getString("severity")),
                seen(row, field),
                suggested == null ? null : value(suggested, field),
                confidence);
    }

    private static @Nullable Object seen(ResultSet row, SessionField field) throws SQLException {
        return switch (field) {
            case LOG_IN -> instant(row, "log_in_at");
            case LOG_OUT -> instant(row, "log_out_at");
            case START_MILEAGE -> row.getObject("start_mileage", Integer.class);
            case END_MILEAGE -> row.getObject("end_mileage", Integer.class);
            case DRIVER -> row.getObject("driver_id", UUID.class);
            case VEHICLE -> row.getObject("vehicle_id", UUID.class);
            case TYPE -> LogInType.valueOf(row.getString("type"));
        };
    }

    private static Object value(String text, SessionField field) {
        return switch (field) {
            case LOG_IN, LOG_OUT -> Instant.parse(text);
            case START_MILEAGE, END_MILEAGE -> Integer.valueOf(text);
            case DRIVER, VEHICLE -> UUID.fromString(text);
            case TYPE -> LogInType.valueOf(text);
        };
    }

    private static UserSessionField ontime(SessionField field) {
        return switch (field) {
            case LOG_IN -> UserSessionField.LOG_IN_TIME;
            case LOG_OUT -> UserSessionField.LOG_OUT_TIME;
            case START_MILEAGE -> UserSessionField.START_MILEAGE;
            case END_MILEAGE -> UserSessionField.END_MILEAGE;
            case DRIVER -> UserSessionField.USER_ID;
            case VEHICLE -> UserSessionField.VEHICLE;
            case TYPE -> UserSessionField.LOG_IN_TYPE;
        };
    }

    private static WholeSession session(ResultSet row) throws SQLException {
        return new WholeSession(
                row.getObject("id", UUID.class),
                row.getObject("ontime_id", UUID.class),
                row.getObject("driver_id", UUID.class),
                row.getString("driver"),
                row.getObject("vehicle_id", UUID.class),
                row.getString("vehicle"),
                LogInType.valueOf(row.getString("type")),
                instant(row, "log_in_at"),
                instant(row, "log_out_at"),
                row.getObject("start_mileage", Integer.class),
                row.getObject("end_mileage", Integer.class),
                row.getObject("distance", Long.class),
                row.getBoolean("edited"),
                row.getBoolean("added_by_office"),
                row.getBoolean("vanished"),
                row.getBoolean("left_out"),
                row.getInt("problems"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
