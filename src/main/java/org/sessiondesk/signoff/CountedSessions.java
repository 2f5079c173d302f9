package org.sessiondesk.signoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.sessiondesk.worktime.DayRules;
import org.sessiondesk.worktime.PayPeriod;
import org.sessiondesk.worktime.Shift;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the sessions that bear upon days. */
@Repository
class CountedSessions {

    /** No session is looked for farther from its day. */
    static final Duration LONGEST = DayRules.LONGEST;

    private static final String COLUMNS = """
            select s.id, s.version, s.driver_id, s.vehicle_id, s.type, s.log_in_at, s.log_out_at, s.start_mileage,
                s.end_mileage,
                case when s.distance between 0 and :farthest
                          and s.id not in (select n.session_id from reading_not_known n) then s.distance end as distance
            from driver_session s
            """;

    static final String OF_DRIVER = COLUMNS + """
            where s.driver_id = :driver and s.log_in_at >= :earliest and s.log_in_at < :latest and not s.discarded
              and s.left_out_at is null and s.vanished_at is null
            order by s.id
            """;

    static final String OF_ALL = COLUMNS + """
            where s.driver_id is not null and s.log_in_at >= :earliest and s.log_in_at < :latest and not s.discarded
              and s.left_out_at is null and s.vanished_at is null
            """;

    private final JdbcClient jdbc;
    private final CountingDays days;

    CountedSessions(JdbcClient jdbc, CountingDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /** A driver's sessions that count on a day or may take time from those that do, by id. */
    List<CountedSession> around(DriverDay day) {
        return jdbc.sql(OF_DRIVER)
                .param("driver", day.driver())
                .param("earliest", Columns.at(days.day(day.day()).start().minus(LONGEST)))
                .param("latest", Columns.at(days.day(day.day()).end().plus(LONGEST)))
                .param("farthest", Shift.FARTHEST)
                .query((row, _) -> session(row))
                .list();
    }

    /** The drivers' days of a period on which something counts, by day. */
    Set<DriverDay> within(PayPeriod period) {
        var rules = days.rules();
        var found = new TreeSet<>(DriverDay.IN_ORDER);
        jdbc.sql(OF_ALL)
                .param("earliest", Columns.at(days.day(period.first()).start().minus(LONGEST)))
                .param("latest", Columns.at(days.day(period.last()).end().plus(LONGEST)))
                .param("farthest", Shift.FARTHEST)
                .query((row, _) -> session(row))
                .list()
                .forEach(session -> add(session, period, rules, found));
        return found;
    }

    private void add(CountedSession session, PayPeriod period, DayRules rules, Set<DriverDay> found) {
        UUID driver = session.values().driver();
        for (LocalDate day : days.of(session.values(), rules)) {
            if (driver != null && period.has(day)) {
                found.add(new DriverDay(driver, day));
            }
        }
    }

    private static CountedSession session(ResultSet row) throws SQLException {
        return new CountedSession(
                Columns.id(row, "id"),
                row.getLong("version"),
                Columns.values(row, ""),
                row.getObject("distance", Long.class));
    }
}
