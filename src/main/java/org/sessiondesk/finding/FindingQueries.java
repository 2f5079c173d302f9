package org.sessiondesk.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.finding.StandingFinding.Dismissed;
import org.sessiondesk.finding.check.Columns;
import org.sessiondesk.finding.check.FindingText;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.NewOdometer;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.session.SessionField;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads findings and problems; each query is served by an index. */
@Repository
class FindingQueries {

    static final String OF = """
            select f.session_id, f.rule, f.field, f.severity, f.contradicts, f.seen, f.bound, f.site_limit, f.suggestions,
                f.found_at, d.person_id, d.dismissed_at, n.note
            from finding f
            left join dismissal d on f.dismissed and d.session_id = f.session_id and d.rule = f.rule and d.field = f.field
            left join finding_note n on f.dismissed and n.session_id = f.session_id and n.about = f.rule || ' ' || f.field
            where f.session_id = any(:ids)
            order by f.session_id, f.dismissed, f.severity, f.rule, f.field
            """;

    private static final String PROBLEM = """
            select p.session_id, p.errors, p.warnings, p.hanging, p.turn, p.vehicle_id, p.log_in_at,
                a.aside_until, a.person_id, a.put_at, n.note
            """;

    private static final String ASIDE = """
            left join put_aside a on a.session_id = p.session_id and a.aside_until > :now
            left join finding_note n on a.session_id is not null and n.session_id = p.session_id and n.about = 'ASIDE'
            """;

    static final String ONE = PROBLEM + "from problem p\n" + ASIDE + "where p.session_id = :session";

    static final String FIRST = among("true", "asc");
    static final String NEXT =
            among("(o.turn, o.vehicle_id, o.log_in_at, o.session_id) > (:turn, :vehicle, :logIn, :session)", "asc");
    static final String LAST = among("true", "desc");
    static final String PREVIOUS =
            among("(o.turn, o.vehicle_id, o.log_in_at, o.session_id) < (:turn, :vehicle, :logIn, :session)", "desc");

    static final String ALL_ASIDE = PROBLEM + """
            from (select session_id, aside_until, person_id, put_at from put_aside
                  where aside_until > :now order by aside_until, session_id offset :offset limit :limit) a
            join problem p on p.session_id = a.session_id
            left join finding_note n on n.session_id = p.session_id and n.about = 'ASIDE'
            order by a.aside_until, a.session_id
            """;

    static final String BY_RULE = """
            select f.rule, min(f.severity) as worst, count(distinct f.session_id) as sessions from finding f
            where not f.dismissed
              and not exists (select from put_aside a where a.session_id = f.session_id and a.aside_until > :now)
            group by f.rule order by worst, sessions desc, f.rule
            """;

    static final String SESSIONS = """
            select count(*) filter (where o.waits) as open,
                count(*) filter (where o.waits and o.errors > 0) as errors,
                count(*) filter (where o.waits and o.warnings > 0) as warnings,
                count(*) filter (where not o.waits) as aside
            from (select p.errors, p.warnings, coalesce(p.aside_until <= :now, true) as waits from problem p) o
            """;

    static final String UP_TO = """
            select count(*) from problem o
            where (o.aside_until is null or o.aside_until <= :now)
              and (o.turn, o.vehicle_id, o.log_in_at, o.session_id) <= (:turn, :vehicle, :logIn, :session)
            """;

    private final JdbcClient jdbc;

    FindingQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String among(String where, String way) {
        return PROBLEM + """
                from (select * from problem o
                      where (o.aside_until is null or o.aside_until <= :now) and %1$s
                      order by o.turn %2$s, o.vehicle_id %2$s, o.log_in_at %2$s, o.session_id %2$s limit 1) p
                """.formatted(where, way) + ASIDE;
    }

    Map<UUID, List<StandingFinding>> of(Collection<UUID> sessions) {
        var found = new HashMap<UUID, List<StandingFinding>>();
        jdbc.sql(OF)
                .param("ids", sessions.toArray(UUID[]::new))
                .query((row, _) -> finding(row))
                .list()
                .forEach(one -> found.computeIfAbsent(one.finding().session(), _ -> new ArrayList<>())
                        .add(one));
        return found;
    }

    Optional<Problem> problem(UUID session, Instant now) {
        return jdbc.sql(ONE)
                .param("session", session)
                .param("now", Columns.at(now))
                .query((row, _) -> problem(row))
                .optional();
    }

    Optional<Problem> next(Problem.@Nullable Place behind, Instant now) {
        return beside(behind, now, FIRST, NEXT);
    }

    Optional<Problem> previous(Problem.@Nullable Place before, Instant now) {
        return beside(before, now, LAST, PREVIOUS);
    }

    private Optional<Problem> beside(Problem.@Nullable Place place, Instant now, String atEnd, String beside) {
        var statement = place == null ? jdbc.sql(atEnd) : at(place, beside);
        return statement
                .param("now", Columns.at(now))
                .query((row, _) -> problem(row))
                .optional();
    }

    int upTo(Problem.Place place, Instant now) {
        return at(place, UP_TO)
                .param("now", Columns.at(now))
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec at(Problem.Place place, String sql) {
        return jdbc.sql(sql)
                .param("turn", place.turn())
                .param("vehicle", place.vehicle())
                .param("logIn", Columns.at(place.logIn()))
                .param("session", place.session());
    }

    List<Problem> aside(int offset, int limit, Instant now) {
        return jdbc.sql(ALL_ASIDE)
                .param("now", Columns.at(now))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, _) -> problem(row))
                .list();
    }

    ProblemCounts counts(Instant now) {
        return jdbc.sql(SESSIONS)
                .param("now", Columns.at(now))
                .query((row, _) -> new ProblemCounts(
                        row.getInt("open"), row.getInt("errors"), row.getInt("warnings"), row.getInt("aside")))
                .single();
    }

    List<RuleCount> byRule(Instant now) {
        return jdbc.sql(BY_RULE)
                .param("now", Columns.at(now))
                .query((row, _) -> new RuleCount(
                        Rule.valueOf(row.getString("rule")),
                        Severity.valueOf(row.getString("worst")),
                        row.getInt("sessions")))
                .list();
    }

    Set<SessionField> notKnown(UUID session) {
        var fields = EnumSet.noneOf(SessionField.class);
        jdbc.sql("select field from reading_not_known where session_id = ?")
                .param(session)
                .query(String.class)
                .list()
                .forEach(field -> fields.add(SessionField.valueOf(field)));
        return fields;
    }

    List<NewOdometer> newOdometers(UUID vehicle) {
        return jdbc.sql("select since, reading from new_odometer where vehicle_id = ? order by since")
                .param(vehicle)
                .query((row, _) -> new NewOdometer(
                        vehicle, Objects.requireNonNull(Columns.instantOrNull(row, "since")), row.getInt("reading")))
                .list();
    }

    private static StandingFinding finding(ResultSet row) throws SQLException {
        var person = row.getObject("person_id", UUID.class);
        var at = Columns.instantOrNull(row, "dismissed_at");
        return new StandingFinding(
                new Finding(
                        row.getObject("session_id", UUID.class),
                        Rule.valueOf(row.getString("rule")),
                        Severity.valueOf(row.getString("severity")),
                        SessionField.valueOf(row.getString("field")),
                        row.getObject("contradicts", UUID.class),
                        row.getObject("seen", Long.class),
                        row.getObject("bound", Long.class),
                        row.getBoolean("site_limit"),
                        FindingText.suggestions(row.getString("suggestions"))),
                Objects.requireNonNull(Columns.instantOrNull(row, "found_at")),
                person == null || at == null ? null : new Dismissed(person, at, row.getString("note")));
    }

    private static Problem problem(ResultSet row) throws SQLException {
        var session = Objects.requireNonNull(row.getObject("session_id", UUID.class));
        var until = Columns.instantOrNull(row, "aside_until");
        return new Problem(
                session,
                row.getInt("errors"),
                row.getInt("warnings"),
                row.getInt("hanging"),
                new Problem.Place(
                        row.getInt("turn"),
                        Objects.requireNonNull(row.getObject("vehicle_id", UUID.class)),
                        Objects.requireNonNull(Columns.instantOrNull(row, "log_in_at")),
                        session),
                until == null
                        ? null
                        : new Problem.Aside(
                                until,
                                Objects.requireNonNull(row.getObject("person_id", UUID.class)),
                                Objects.requireNonNull(Columns.instantOrNull(row, "put_at")),
                                row.getString("note")));
    }
}
