package org.sessiondesk.worklist;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.finding.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the open problems of a list. A step reads them in their order up to the first that the list has. */
@Repository
class ListedProblemQueries {

    private static final String PLACE = "(o.turn, o.vehicle_id, o.log_in_at, o.session_id)";
    private static final String HERE = "(:atTurn, :atVehicle, :atLogIn, :atSession)";

    private final JdbcClient jdbc;

    ListedProblemQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param fromPlace whether there is a place to go on from */
    static String step(Conditions conditions, boolean fromPlace, boolean forward) {
        String from = fromPlace ? "and %s %s %s".formatted(PLACE, forward ? ">" : "<", HERE) : "";
        return """
                select o.turn, o.vehicle_id, o.log_in_at, o.session_id
                %1$s %2$s
                order by o.turn %3$s, o.vehicle_id %3$s, o.log_in_at %3$s, o.session_id %3$s limit 1
                """.formatted(open(conditions), from, forward ? "asc" : "desc");
    }

    static String place(Conditions conditions) {
        return """
                select count(*) filter (where %2$s <= %3$s) as up_to, count(*) as sessions,
                    coalesce(bool_or(o.session_id = :atSession), false) as listed
                %1$s
                """.formatted(open(conditions), PLACE, HERE);
    }

    private static String open(Conditions conditions) {
        return """
                from problem o join driver_session s on s.id = o.session_id
                where (o.aside_until is null or o.aside_until <= :openAt) and %s""".formatted(conditions.sql());
    }

    Optional<Problem.Place> step(SessionFilter filter, Problem.@Nullable Place from, boolean forward, Instant now) {
        var conditions = Conditions.of(filter, now);
        var statement = statement(step(conditions, from != null, forward), conditions, now);
        return (from == null ? statement : at(from, statement))
                .query((row, _) -> new Problem.Place(
                        row.getInt("turn"),
                        Objects.requireNonNull(row.getObject("vehicle_id", UUID.class)),
                        row.getObject("log_in_at", OffsetDateTime.class).toInstant(),
                        Objects.requireNonNull(row.getObject("session_id", UUID.class))))
                .optional();
    }

    ProblemPlace place(SessionFilter filter, Problem.Place place, Instant now) {
        var conditions = Conditions.of(filter, now);
        return at(place, statement(place(conditions), conditions, now))
                .query((row, _) ->
                        new ProblemPlace(row.getInt("up_to"), row.getInt("sessions"), row.getBoolean("listed")))
                .single();
    }

    private JdbcClient.StatementSpec statement(String sql, Conditions conditions, Instant now) {
        return jdbc.sql(sql).params(conditions.parameters()).param("openAt", Conditions.time(now));
    }

    private static JdbcClient.StatementSpec at(Problem.Place place, JdbcClient.StatementSpec statement) {
        return statement
                .param("atTurn", place.turn())
                .param("atVehicle", place.vehicle())
                .param("atLogIn", Conditions.time(place.logIn()))
                .param("atSession", place.session());
    }
}
