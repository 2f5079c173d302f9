package org.sessiondesk.signoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.sessiondesk.delivery.DeliveryState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what OnTime refused of signed days. */
@Repository
class RefusedRows {

    static final String REFUSED = """
            select d.session_id, o.driver_id, o.day, d.state
            from delivery d
            join signed_session signed on signed.session_id = d.session_id
            join day_sign_off o on o.id = signed.sign_off_id and o.reopened_at is null
            where d.state in ('REJECTED', 'CONFLICT', 'UNCERTAIN')
            order by o.day, d.session_id limit :limit
            """;

    private final JdbcClient jdbc;

    RefusedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Signed sessions that OnTime refused afterwards, or of which nobody knows whether it has them as signed. */
    List<RefusedLater> refused(int limit) {
        return jdbc.sql(REFUSED)
                .param("limit", limit)
                .query((row, _) -> refusedLater(row))
                .list();
    }

    private static RefusedLater refusedLater(ResultSet row) throws SQLException {
        return new RefusedLater(
                Columns.id(row, "session_id"),
                new DriverDay(Columns.id(row, "driver_id"), Columns.date(row, "day")),
                DeliveryState.valueOf(row.getString("state")));
    }
}
