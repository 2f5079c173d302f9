package org.sessiondesk.payperiod;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.worktime.DayRules;
import org.sessiondesk.worktime.PayPeriod;
import org.sessiondesk.worktime.Shift;
import org.sessiondesk.worktime.WorkDay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the sessions that bear upon a pay period. */
@Repository
class PeriodQueries {

    private final JdbcClient jdbc;

    PeriodQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param sortedBy what the name is sorted by */
    record Who(UUID driver, String name, String sortedBy) {}

    /**
     * A session.
     *
     * @param who absent without a driver
     * @param refused whether it has an error or waits for a decision on what goes to OnTime
     */
    record Session(@Nullable Who who, Shift shift, long version, boolean refused, boolean warned) {}

    List<Session> sessions(PayPeriod period, ZoneId zone) {
        return jdbc.sql(PeriodSql.SESSIONS)
                .params(parameters(period, zone))
                .query((row, _) -> session(row))
                .list();
    }

    static Map<String, Object> parameters(PayPeriod period, ZoneId zone) {
        var start = new WorkDay(period.first(), zone).start();
        var end = new WorkDay(period.last(), zone).end();
        return Map.of(
                "start", time(start),
                "end", time(end),
                "earliest", time(start.minus(DayRules.LONGEST)),
                "latest", time(end.plus(DayRules.LONGEST)),
                "farthest", Shift.FARTHEST);
    }

    private static Session session(ResultSet row) throws SQLException {
        var driver = row.getObject("driver_id", UUID.class);
        return new Session(
                driver == null ? null : who(row, driver),
                new Shift(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        LogInType.valueOf(row.getString("type")) == LogInType.DISPATCHER
                                ? Shift.Kind.DISPATCHER
                                : Shift.Kind.DRIVER,
                        Objects.requireNonNull(instant(row, "log_in_at")),
                        instant(row, "log_out_at"),
                        row.getObject("distance", Long.class),
                        row.getBoolean("counts")),
                row.getLong("version"),
                row.getBoolean("refused"),
                row.getBoolean("warned"));
    }

    private static Who who(ResultSet row, UUID driver) throws SQLException {
        return new Who(driver, row.getString("name"), row.getString("sorted_by"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
