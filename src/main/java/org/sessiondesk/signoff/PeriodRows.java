package org.sessiondesk.signoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of closed periods. */
@Repository
class PeriodRows {

    static final String OVER = """
            select id, first_day, last_day, closed_by, closed_at from closed_period
            where daterange(first_day, last_day, '[]') && daterange(:first, :last, '[]') and reopened_at is null
            order by first_day
            """;

    private final JdbcClient jdbc;

    PeriodRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ClosedPeriod> over(LocalDate day) {
        return over(new PayPeriod(day, day)).stream().findFirst();
    }

    /** Those that have a day of these. */
    List<ClosedPeriod> over(PayPeriod days) {
        return jdbc.sql(OVER)
                .param("first", days.first())
                .param("last", days.last())
                .query((row, _) -> period(row))
                .list();
    }

    Optional<ClosedPeriod> find(UUID id) {
        return jdbc.sql("""
                        select id, first_day, last_day, closed_by, closed_at from closed_period
                        where id = ? and reopened_at is null
                        """).param(id).query((row, _) -> period(row)).optional();
    }

    void insert(ClosedPeriod period) {
        jdbc.sql("""
                        insert into closed_period (id, first_day, last_day, closed_by, closed_at)
                        values (:id, :first, :last, :by, :at)
                        """)
                .param("id", period.id())
                .param("first", period.days().first())
                .param("last", period.days().last())
                .param("by", period.by())
                .param("at", Columns.at(period.at()))
                .update();
    }

    void reopen(UUID id, UUID by, Instant at, String reason) {
        jdbc.sql("""
                        update closed_period set reopened_by = :by, reopened_at = :at, reopen_reason = :reason
                        where id = :id and reopened_at is null
                        """)
                .param("id", id)
                .param("by", by)
                .param("at", Columns.at(at))
                .param("reason", reason)
                .update();
    }

    private static ClosedPeriod period(ResultSet row) throws SQLException {
        return new ClosedPeriod(
                Columns.id(row, "id"),
                new PayPeriod(Columns.date(row, "first_day"), Columns.date(row, "last_day")),
                Columns.id(row, "closed_by"),
                Columns.instant(row, "closed_at"));
    }
}
