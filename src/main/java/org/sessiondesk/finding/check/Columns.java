package org.sessiondesk.finding.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and writes the columns whose Java types JDBC doesn't know. */
public final class Columns {

    /** Before all times that a row can have. */
    static final Instant EVER = Instant.parse("-4000-01-01T00:00:00Z");

    private Columns() {}

    /** A time as a parameter. */
    public static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    /** A time of a row, by its column's name. */
    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** A time of a row, by its column's number. */
    public static @Nullable Instant instantOrNull(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static <T> UUID[] uuids(Collection<T> of, Function<T, @Nullable UUID> which) {
        return of.stream().map(which).toArray(UUID[]::new);
    }

    /** Of anything by its text, for a cast to the array's type in SQL. */
    static <T> String[] texts(Collection<T> of, Function<T, @Nullable Object> which) {
        return of.stream()
                .map(which)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }
}
