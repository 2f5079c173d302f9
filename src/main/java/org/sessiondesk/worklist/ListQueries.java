package org.sessiondesk.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.ontime.LogInType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of sessions, their totals and counts. */
@Repository
class ListQueries {

    /** Rows fetched at once while a whole list is streamed. */
    private static final int FETCH = 1_000;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate streaming;

    ListQueries(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        var own = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
        own.setFetchSize(FETCH);
        this.streaming = new NamedParameterJdbcTemplate(own);
    }

    List<SessionLine> page(SessionFilter filter, SessionSort sort, int offset, int limit, Instant now) {
        var conditions = Conditions.of(filter, now);
        return jdbc.sql(ListQuery.page(conditions, sort))
                .params(conditions.parameters())
                .param("began", Conditions.longestShiftBegan(now))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, _) -> line(row, now))
                .list();
    }

    List<SessionLine> lines(Collection<UUID> ids, Instant now) {
        return jdbc.sql("select " + WorklistSql.LINE + WorklistSql.PAID_IN + "from driver_session s\n"
                        + WorklistSql.NAMES + "where s.id = any(:ids) and not s.discarded")
                .param("ids", ids.toArray(UUID[]::new))
                .param("began", Conditions.longestShiftBegan(now))
                .query((row, _) -> line(row, now))
                .list();
    }

    Totals totals(SessionFilter filter, Instant now) {
        var conditions = Conditions.of(filter, now);
        return jdbc.sql(ListQuery.totals(conditions))
                .params(conditions.parameters())
                .param("limit", Worklist.REACH + 1)
                .query((row, _) -> totals(row))
                .single();
    }

    ViewCounts views(Instant yesterday, Instant today, Instant now) {
        var out = Conditions.of(SessionFilter.ALL.marked(Mark.STILL_OUT), now);
        return jdbc.sql(ListQuery.views(out))
                .params(out.parameters())
                .param("yesterday", Conditions.time(yesterday))
                .param("today", Conditions.time(today))
                .query((row, _) -> new ViewCounts(row.getInt("yesterday"), row.getInt("still_out")))
                .single();
    }

    void each(SessionFilter filter, SessionSort sort, Instant now, Consumer<SessionLine> consumer) {
        var conditions = Conditions.of(filter, now);
        var parameters = new HashMap<String, Object>(conditions.parameters());
        parameters.put("began", Conditions.longestShiftBegan(now));
        streaming.query(ListQuery.all(conditions, sort), parameters, row -> {
            consumer.accept(line(row, now));
        });
    }

    private static Totals totals(ResultSet row) throws SQLException {
        int counted = row.getInt("sessions");
        return new Totals(
                Math.min(counted, Worklist.REACH),
                counted > Worklist.REACH,
                Duration.ofSeconds(row.getLong("seconds")),
                row.getLong("distance"),
                row.getInt("unlikely"),
                row.getInt("left_out"),
                row.getInt("vanished"));
    }

    private static SessionLine line(ResultSet row, Instant now) throws SQLException {
        var logIn = instant(row, "log_in_at");
        var logOut = instant(row, "log_out_at");
        var distance = row.getObject("distance", Long.class);
        String sent = row.getString("sent");
        return new SessionLine(
                row.getObject("id", UUID.class),
                row.getObject("ontime_id", UUID.class),
                row.getLong("version"),
                row.getObject("driver_id", UUID.class),
                row.getString("driver"),
                row.getObject("vehicle_id", UUID.class),
                row.getString("vehicle"),
                LogInType.valueOf(row.getString("type")),
                logIn,
                logOut,
                row.getObject("start_mileage", Integer.class),
                row.getObject("end_mileage", Integer.class),
                distance,
                row.getBoolean("edited"),
                row.getBoolean("added_by_office"),
                row.getBoolean("vanished"),
                row.getBoolean("left_out"),
                row.getBoolean("signed"),
                row.getObject("paid_in", Long.class),
                row.getBoolean("left_out") ? null : mark(row.getBoolean("missing"), logOut == null, distance),
                problem(row, now),
                sent == null ? null : SentState.valueOf(sent));
    }

    private static @Nullable Mark mark(boolean missing, boolean open, @Nullable Long distance) {
        if (missing) {
            return Mark.LOG_OUT_MISSING;
        }
        if (distance != null && distance < 0) {
            return Mark.ODOMETER_BACKWARDS;
        }
        return open ? Mark.STILL_OUT : null;
    }

    private static @Nullable LineProblem problem(ResultSet row, Instant now) throws SQLException {
        var rules = row.getArray("rules");
        if (rules == null) {
            return null;
        }
        var until = instant(row, "aside_until");
        return new LineProblem(
                Stream.of((String[]) rules.getArray()).map(Rule::valueOf).toList(),
                row.getInt("errors"),
                until != null && until.isAfter(now) ? until : null);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
