package org.sessiondesk.signoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads signatures that fell, and what changed since. */
@Repository
class EarlierRows {

    static final String FALLEN = """
            select distinct on (o.day, o.driver_id) o.id, o.driver_id, o.day, o.signed_by, o.signed_at, o.reason,
                o.driver_seconds, o.dispatcher_seconds, o.distance, o.sessions, o.without_distance, o.reopened_by,
                o.reopened_at, o.reopen_reason
            from day_sign_off o
            where o.day between :first and :last and o.reopened_at is not null
              and not exists (select from day_sign_off standing
                  where standing.driver_id = o.driver_id and standing.day = o.day and standing.reopened_at is null)
            order by o.day, o.driver_id, o.signed_at desc
            """;

    private final JdbcClient jdbc;
    private final CountedSessions sessions;
    private final CountingDays days;

    EarlierRows(JdbcClient jdbc, CountedSessions sessions, CountingDays days) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.days = days;
    }

    /** The newest of each driver's day of these that isn't signed now. */
    List<EarlierSignOff> fallen(PayPeriod within) {
        return jdbc.sql(FALLEN)
                .param("first", within.first())
                .param("last", within.last())
                .query((row, _) -> earlier(row))
                .list();
    }

    /** What counts on its day now and isn't as it was signed. */
    List<ChangedSession> changedSince(SignOff signOff) {
        var before = new HashMap<UUID, SessionValues>();
        jdbc.sql("""
                        select g.session_id, o.driver_id, g.vehicle_id, g.type, g.log_in_at, g.log_out_at, g.start_mileage,
                            g.end_mileage
                        from signed_session g join day_sign_off o on o.id = g.sign_off_id where o.id = ?
                        """).param(signOff.id()).query(row -> {
            before.put(Columns.id(row, "session_id"), Columns.values(row, ""));
        });
        var changed = new ArrayList<ChangedSession>();
        days.on(signOff.day().day(), sessions.around(signOff.day())).forEach(now -> {
            var then = before.remove(now.id());
            if (!Objects.equals(then, now.values())) {
                changed.add(new ChangedSession(now.id(), then, now.values()));
            }
        });
        before.forEach((session, then) -> changed.add(new ChangedSession(session, then, null)));
        return changed;
    }

    private static EarlierSignOff earlier(ResultSet row) throws SQLException {
        return new EarlierSignOff(
                SignOffRows.signOff(row),
                Columns.id(row, "reopened_by"),
                Columns.instant(row, "reopened_at"),
                Objects.requireNonNull(row.getString("reopen_reason")));
    }
}
