package org.sessiondesk.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.People;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.roster.Roster;
import org.sessiondesk.session.CorrectionKind;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.table.Cell;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Corrections of a time, piece by piece in the order in which they were made, each of their fields a row. */
@Repository
class CorrectionRows {

    static final String PIECE = """
            select c.id, c.corrected_at, c.person_id, c.kind, c.reason, n.note, c.changes::text as changes, c.session_id,
                s.log_in_at, s.driver_id, d.name as driver, s.vehicle_id, v.name as vehicle
            from correction c
            join driver_session s on s.id = c.session_id
            left join correction_note n on n.correction_id = c.id
            left join driver d on d.ontime_id = s.driver_id
            left join vehicle v on v.ontime_id = s.vehicle_id
            where c.corrected_at < :to and (c.corrected_at, c.id) > (:at, :id)
            order by c.corrected_at, c.id
            limit :limit
            """;

    static final String COUNT = "select count(*) from correction where corrected_at >= :from and corrected_at < :to";

    private static final UUID LOWEST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Roster roster;
    private final People people;

    CorrectionRows(JdbcClient jdbc, JsonMapper json, Roster roster, People people) {
        this.jdbc = jdbc;
        this.json = json;
        this.roster = roster;
        this.people = people;
    }

    /**
     * Some corrections with all their fields, and where the next ones begin.
     *
     * @param corrections how many were read; 0 after the last
     */
    record Piece(List<Correction> fields, int corrections, Instant at, UUID id) {

        /** Before the first of a time. */
        static Piece from(Instant at) {
            return new Piece(List.of(), 0, at, LOWEST);
        }
    }

    private record Row(Correction correction, JsonNode changes) {}

    long count(Instant from, Instant to) {
        return jdbc.sql(COUNT)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    Piece after(Piece last, Instant to, int limit, StatementWords words) {
        var rows = jdbc.sql(PIECE)
                .param("at", last.at().atOffset(ZoneOffset.UTC))
                .param("id", last.id())
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list();
        if (rows.isEmpty()) {
            return new Piece(List.of(), 0, last.at(), last.id());
        }
        var names = names(rows);
        var fields = rows.stream().flatMap(row -> fields(row, names, words)).toList();
        var newest = rows.getLast().correction();
        return new Piece(fields, rows.size(), newest.at(), newest.id());
    }

    private Row row(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        var correction = new Correction(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(instant(row, "corrected_at")),
                people.name(Objects.requireNonNull(row.getObject("person_id", UUID.class))),
                CorrectionKind.valueOf(row.getString("kind")),
                Objects.requireNonNull(row.getObject("session_id", UUID.class)),
                Cell.named(row.getString("driver"), row.getObject("driver_id", UUID.class)),
                Cell.named(row.getString("vehicle"), row.getObject("vehicle_id", UUID.class)),
                instant(row, "log_in_at"),
                null,
                Cell.EMPTY,
                Cell.EMPTY,
                reason == null ? null : Reason.valueOf(reason),
                row.getString("note"));
        return new Row(correction, json.readTree(row.getString("changes")));
    }

    private static Stream<Correction> fields(Row row, Names names, StatementWords words) {
        if (row.changes().isEmpty()) {
            return Stream.of(row.correction());
        }
        return row.changes().valueStream().map(change -> {
            var of = row.correction();
            var field = SessionField.valueOf(change.get("field").asString());
            return new Correction(
                    of.id(),
                    of.at(),
                    of.person(),
                    of.kind(),
                    of.session(),
                    of.driver(),
                    of.vehicle(),
                    of.logIn(),
                    field,
                    cell(field, change.get("before"), names, words),
                    cell(field, change.get("after"), names, words),
                    of.reason(),
                    of.note());
        });
    }

    private static Cell cell(SessionField field, @Nullable JsonNode value, Names names, StatementWords words) {
        if (value == null || value.isNull()) {
            return Cell.EMPTY;
        }
        return switch (field) {
            case LOG_IN, LOG_OUT -> Cell.of(Instant.parse(value.asString()));
            case START_MILEAGE, END_MILEAGE -> Cell.of(value.asLong());
            case DRIVER, VEHICLE -> names.of(UUID.fromString(value.asString()));
            case TYPE -> Cell.of(words.type(LogInType.valueOf(value.asString())));
        };
    }

    private interface Names {
        Cell of(UUID id);
    }

    private Names names(List<Row> rows) {
        Set<UUID> ids = new HashSet<>();
        for (var row : rows) {
            row.changes().valueStream().forEach(change -> {
                String field = change.get("field").asString();
                if (field.equals("DRIVER") || field.equals("VEHICLE")) {
                    Stream.of("before", "after")
                            .map(change::get)
                            .filter(value -> value != null && !value.isNull())
                            .forEach(value -> ids.add(UUID.fromString(value.asString())));
                }
            });
        }
        var drivers = roster.drivers(ids);
        var vehicles = roster.vehicles(ids);
        return id -> {
            var driver = drivers.get(id);
            var vehicle = vehicles.get(id);
            return Cell.named(driver != null ? driver.name() : vehicle != null ? vehicle.name() : null, id);
        };
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
