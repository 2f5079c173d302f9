package org.sessiondesk.fleet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.worklist.Worklist;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads vehicles and their lines. */
@Repository
class FleetQueries {

    private final JdbcClient jdbc;

    FleetQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<FleetVehicle> page(String text, int offset, int limit, Instant now) {
        var statement = text.isBlank()
                ? jdbc.sql(FleetSql.PAGE)
                : jdbc.sql(FleetSql.PAGE_LIKE).param("like", like(text));
        return statement
                .param("offset", offset)
                .param("limit", limit)
                .param("now", Times.at(now))
                .query((row, _) -> vehicle(row))
                .list();
    }

    int count(String text) {
        var statement = text.isBlank()
                ? jdbc.sql(FleetSql.COUNT)
                : jdbc.sql(FleetSql.COUNT_LIKE).param("like", like(text));
        return statement.query(Integer.class).single();
    }

    Optional<FleetVehicle> vehicle(UUID id, Instant now) {
        return jdbc.sql(FleetSql.ONE)
                .param("vehicle", id)
                .param("now", Times.at(now))
                .query((row, _) -> vehicle(row))
                .optional();
    }

    List<Trip> trips(UUID vehicle, Instant from, Instant to, Instant now, int limit) {
        return jdbc.sql(FleetSql.TRIPS)
                .param("vehicle", vehicle)
                .param("from", Times.at(from))
                .param("to", Times.at(to))
                .param("now", Times.at(now))
                .param("limit", limit)
                .query((row, _) -> trip(row))
                .list();
    }

    List<OdometerBreak> breaks(UUID vehicle, Instant from, Instant to, int trips, int limit) {
        return jdbc.sql(FleetSql.BREAKS)
                .param("vehicle", vehicle)
                .param("from", Times.at(from))
                .param("to", Times.at(to))
                .param("rules", Fleet.BREAKING.stream().map(Rule::name).toArray(String[]::new))
                .param("trips", trips)
                .param("limit", limit)
                .query((row, _) -> new OdometerBreak(
                        row.getObject("session_id", UUID.class),
                        Rule.valueOf(row.getString("rule")),
                        Severity.valueOf(row.getString("severity")),
                        SessionField.valueOf(row.getString("field")),
                        row.getObject("contradicts", UUID.class)))
                .list();
    }

    Optional<UsualDistance> usual(UUID vehicle) {
        return jdbc.sql(FleetSql.USUAL)
                .param("vehicle", vehicle)
                .param("farthest", Worklist.FARTHEST)
                .query((row, _) -> new UsualDistance(row.getInt("least"), row.getInt("most"), row.getInt("sessions")))
                .optional()
                .filter(usual -> usual.sessions() >= FleetSql.LEAST_FOR_THE_USUAL);
    }

    Optional<Instant> lastDriven(UUID vehicle) {
        return jdbc.sql(FleetSql.LAST_DRIVEN)
                .param("vehicle", vehicle)
                .query((row, _) -> Times.of(row, "log_in_at"))
                .optional();
    }

    List<NewOdometerAct> newOdometers(UUID vehicle) {
        return jdbc.sql(FleetSql.NEW_ODOMETERS)
                .param("vehicle", vehicle)
                .query((row, _) -> new NewOdometerAct(
                        Times.of(row, "since"),
                        row.getInt("reading"),
                        row.getObject("person_id", UUID.class),
                        Times.of(row, "said_at")))
                .list();
    }

    boolean drove(UUID vehicle, Collection<UUID> sessions) {
        return jdbc.sql(FleetSql.DROVE)
                .param("vehicle", vehicle)
                .param("sessions", sessions.toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    private static FleetVehicle vehicle(ResultSet row) throws SQLException {
        return new FleetVehicle(
                row.getObject("ontime_id", UUID.class),
                row.getString("name"),
                row.getString("fleet_id"),
                row.getString("registration_plate"),
                row.getBoolean("company"),
                row.getObject("reading", Integer.class),
                Times.orNull(row, "at"),
                row.getInt("errors"),
                row.getInt("warnings"));
    }

    private static Trip trip(ResultSet row) throws SQLException {
        return new Trip(
                row.getObject("id", UUID.class),
                row.getString("driver"),
                Times.of(row, "log_in_at"),
                Times.orNull(row, "log_out_at"),
                row.getObject("start_mileage", Integer.class),
                row.getObject("end_mileage", Integer.class),
                row.getInt("errors"),
                row.getInt("warnings"));
    }

    private static String like(String text) {
        return "%" + text.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
