package org.sessiondesk.signoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.signoff.Objection.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what stands against signing sessions. */
@Repository
class StandingAgainst {

    static final String SQL = """
            select f.session_id, f.severity as kind, f.rule from finding f
            where f.session_id = any(:ids) and not f.dismissed
            union all
            select d.session_id, d.state, null from delivery d
            where d.session_id = any(:ids) and d.state in ('REJECTED', 'CONFLICT', 'UNCERTAIN')
            union all
            select distinct due.session_id, 'BEING_CHECKED', null from finding_due due
            where due.session_id = any(:ids)
            """;

    private final JdbcClient jdbc;

    StandingAgainst(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The worst first; one that is open or remarkable only, too. */
    List<Objection> of(Collection<CountedSession> sessions) {
        var objections = new ArrayList<>(jdbc.sql(SQL)
                .param("ids", sessions.stream().map(CountedSession::id).toArray(UUID[]::new))
                .query((row, _) -> objection(row))
                .list());
        // That nobody logged out is told once, and by the rules' word where they have one.
        var found = objections.stream()
                .filter(one -> one.rule() == Rule.LOG_OUT_MISSING)
                .map(Objection::session)
                .collect(Collectors.toSet());
        sessions.stream()
                .filter(session -> session.values().logOut() == null && !found.contains(session.id()))
                .map(session -> new Objection(session.id(), Kind.OPEN, null))
                .forEach(objections::add);
        objections.sort(Objection.WORST_FIRST);
        return objections;
    }

    private static Objection objection(ResultSet row) throws SQLException {
        var rule = row.getString("rule");
        return new Objection(
                Columns.id(row, "session_id"),
                Kind.valueOf(row.getString("kind")),
                rule == null ? null : Rule.valueOf(rule));
    }
}
