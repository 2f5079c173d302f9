package org.sessiondesk.signoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.worktime.DayTotals;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of sign-offs. */
@Repository
class SignOffRows {

    private static final String COLUMNS = """
            select o.id, o.driver_id, o.day, o.signed_by, o.signed_at, o.reason, o.driver_seconds, o.dispatcher_seconds,
                o.distance, o.sessions, o.without_distance
            from day_sign_off o
            """;

    static final String STANDING = COLUMNS + "where o.driver_id = :driver and o.day = :day and o.reopened_at is null";

    static final String WITHIN = COLUMNS + """
            where o.day between :first and :last and o.reopened_at is null order by o.day, o.driver_id
            """;

    static final String OF_SESSIONS = COLUMNS + """
            where o.id in (select signed.sign_off_id from signed_session signed where signed.session_id = any(:ids))
              and o.reopened_at is null
            order by o.day, o.driver_id
            """;

    private final JdbcClient jdbc;

    SignOffRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SignOff> standing(DriverDay day) {
        return jdbc.sql(STANDING)
                .param("driver", day.driver())
                .param("day", day.day())
                .query((row, _) -> signOff(row))
                .optional();
    }

    List<SignOff> within(PayPeriod days) {
        return jdbc.sql(WITHIN)
                .param("first", days.first())
                .param("last", days.last())
                .query((row, _) -> signOff(row))
                .list();
    }

    /** Those in which one of these sessions stands; under a rule that splits nights it may stand in two. */
    List<SignOff> ofSessions(Collection<UUID> sessions) {
        return jdbc.sql(OF_SESSIONS)
                .param("ids", sessions.toArray(UUID[]::new))
                .query((row, _) -> signOff(row))
                .list();
    }

    void insert(SignOff signOff, List<CountedSession> sessions) {
        jdbc.sql("""
                        insert into day_sign_off (id, driver_id, day, signed_by, signed_at, reason, driver_seconds,
                            dispatcher_seconds, distance, sessions, without_distance)
                        values (:id, :driver, :day, :by, :at, :reason, :driverSeconds, :dispatcherSeconds, :distance,
                            :sessions, :withoutDistance)
                        """)
                .param("id", signOff.id())
                .param("driver", signOff.day().driver())
                .param("day", signOff.day().day())
                .param("by", signOff.by())
                .param("at", Columns.at(signOff.at()))
                .param("reason", signOff.reason())
                .param("driverSeconds", signOff.totals().driver().toSeconds())
                .param("dispatcherSeconds", signOff.totals().dispatcher().toSeconds())
                .param("distance", signOff.totals().distance())
                .param("sessions", signOff.totals().sessions())
                .param("withoutDistance", signOff.totals().withoutDistance())
                .update();
        jdbc.sql("""
                        insert into signed_session (sign_off_id, session_id, version, vehicle_id, type, log_in_at, log_out_at,
                            start_mileage, end_mileage)
                        select :signOff, s.id, s.version, s.vehicle_id, s.type, s.log_in_at, s.log_out_at, s.start_mileage,
                            s.end_mileage
                        from driver_session s where s.id = any(:ids)
                        """)
                .param("signOff", signOff.id())
                .param("ids", sessions.stream().map(CountedSession::id).toArray(UUID[]::new))
                .update();
    }

    /** Whether it stood. */
    boolean reopen(UUID signOff, UUID by, Instant at, String reason) {
        return jdbc.sql("""
                        update day_sign_off set reopened_by = :by, reopened_at = :at, reopen_reason = :reason
                        where id = :id and reopened_at is null
                        """)
                        .param("id", signOff)
                        .param("by", by)
                        .param("at", Columns.at(at))
                        .param("reason", reason)
                        .update()
                == 1;
    }

    List<UUID> sessionsOf(UUID signOff) {
        return jdbc.sql("select session_id from signed_session where sign_off_id = ? order by session_id")
                .param(signOff)
                .query(UUID.class)
                .list();
    }

    Optional<NotWorked> notWorked(DriverDay day) {
        return notWorked(day.day()).stream()
                .filter(one -> one.day().equals(day))
                .findFirst();
    }

    List<NotWorked> notWorked(LocalDate day) {
        return notWorked(new PayPeriod(day, day));
    }

    List<NotWorked> notWorked(PayPeriod days) {
        return jdbc.sql("""
                        select driver_id, day, said_by, said_at from day_not_worked
                        where day between :first and :last and taken_back_at is null order by day, driver_id
                        """)
                .param("first", days.first())
                .param("last", days.last())
                .query((row, _) -> new NotWorked(
                        new DriverDay(Columns.id(row, "driver_id"), Columns.date(row, "day")),
                        Columns.id(row, "said_by"),
                        Columns.instant(row, "said_at")))
                .list();
    }

    void sayNotWorked(DriverDay day, UUID by, Instant at) {
        jdbc.sql("""
                        insert into day_not_worked (id, driver_id, day, said_by, said_at)
                        values (:id, :driver, :day, :by, :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("driver", day.driver())
                .param("day", day.day())
                .param("by", by)
                .param("at", Columns.at(at))
                .update();
    }

    boolean takeBackNotWorked(DriverDay day, UUID by, Instant at) {
        return jdbc.sql("""
                        update day_not_worked set taken_back_by = :by, taken_back_at = :at
                        where driver_id = :driver and day = :day and taken_back_at is null
                        """)
                        .param("driver", day.driver())
                        .param("day", day.day())
                        .param("by", by)
                        .param("at", Columns.at(at))
                        .update()
                == 1;
    }

    static SignOff signOff(ResultSet row) throws SQLException {
        return new SignOff(
                Columns.id(row, "id"),
                new DriverDay(Columns.id(row, "driver_id"), Columns.date(row, "day")),
                Columns.id(row, "signed_by"),
                Columns.instant(row, "signed_at"),
                row.getString("reason"),
                totals(row));
    }

    private static DayTotals totals(ResultSet row) throws SQLException {
        @Nullable Long distance = row.getObject("distance", Long.class);
        return new DayTotals(
                Duration.ofSeconds(row.getLong("driver_seconds")),
                Duration.ofSeconds(row.getLong("dispatcher_seconds")),
                distance,
                row.getInt("sessions"),
                0,
                0,
                row.getInt("without_distance"));
    }
}
