package org.sessiondesk.signoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionValues;

/** Reads and writes the columns whose Java types JDBC doesn't know. */
final class Columns {

    private Columns() {}

    static @Nullable OffsetDateTime at(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    static LocalDate date(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDate.class));
    }

    /** The values of a session, by the columns' names in {@code driver_session} after a prefix. */
    static SessionValues values(ResultSet row, String prefix) throws SQLException {
        return new SessionValues(
                row.getObject(prefix + "driver_id", UUID.class),
                row.getObject(prefix + "vehicle_id", UUID.class),
                LogInType.valueOf(row.getString(prefix + "type")),
                instantOrNull(row, prefix + "log_in_at"),
                instantOrNull(row, prefix + "log_out_at"),
                row.getObject(prefix + "start_mileage", Integer.class),
                row.getObject(prefix + "end_mileage", Integer.class));
    }
}
