package org.sessiondesk.finding.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sessiondesk.finding.check.Verdicts.Change;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.session.SessionField;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The findings that stand, row by row: new ones come, changed ones change, those that no longer hold go. */
@Component
class StandingFindings {

    static final String OF = """
            select f.session_id, f.rule, f.severity, f.field, f.contradicts, f.seen, f.bound, f.site_limit, f.suggestions,
                f.dismissed,
                exists (select from dismissal d where d.session_id = f.session_id and d.rule = f.rule and d.field = f.field) as said
            from finding f where f.session_id = any(:ids)
            """;

    private static final String PUT = """
            insert into finding (session_id, rule, field, severity, contradicts, seen, bound, site_limit, suggestions,
                                 confidence, found_at, dismissed)
            select n.session_id, n.rule, n.field, n.severity, n.contradicts, n.seen, n.bound, n.site_limit,
                   cast(n.suggestions as jsonb), cast(n.confidence as real), :now,
                   exists (select from dismissal d where d.session_id = n.session_id and d.rule = n.rule and d.field = n.field)
            from unnest(cast(:sessions as uuid[]), cast(:rules as text[]), cast(:fields as text[]), cast(:severities as text[]),
                        cast(:contradicts as uuid[]), cast(cast(:seen as text[]) as bigint[]),
                        cast(cast(:bounds as text[]) as bigint[]), cast(cast(:limits as text[]) as boolean[]),
                        cast(:suggestions as text[]), cast(:confidences as text[]))
                as n (session_id, rule, field, severity, contradicts, seen, bound, site_limit, suggestions, confidence)
            on conflict (session_id, rule, field) do update
            set severity = excluded.severity, contradicts = excluded.contradicts, seen = excluded.seen, bound = excluded.bound,
                site_limit = excluded.site_limit, suggestions = excluded.suggestions, confidence = excluded.confidence,
                dismissed = excluded.dismissed
            """;

    private static final String REMOVE = """
            delete from finding where (session_id, rule, field) in (
                select * from unnest(cast(:sessions as uuid[]), cast(:rules as text[]), cast(:fields as text[])))
            """;

    private final JdbcClient jdbc;

    StandingFindings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Key(UUID session, Rule rule, SessionField field) {

        static Key of(Finding finding) {
            return new Key(finding.session(), finding.rule(), finding.field());
        }
    }

    /** @param fresh whether what people said of it stands in it */
    private record Stored(Finding finding, boolean fresh) {}

    Change replace(Map<UUID, List<Finding>> together, Instant now) {
        var change = Change.none();
        if (together.isEmpty()) {
            return change;
        }
        var old = stored(together.keySet());
        var put = new ArrayList<Finding>();
        together.values().stream().flatMap(List::stream).forEach(finding -> {
            var before = old.remove(Key.of(finding));
            if (before == null || !before.fresh() || !before.finding().equals(finding)) {
                put.add(finding);
                change.add(finding.session(), finding.contradicts());
                if (before != null) {
                    change.add(finding.session(), before.finding().contradicts());
                }
            }
        });
        var gone = old.values().stream().map(Stored::finding).toList();
        gone.forEach(finding -> change.add(finding.session(), finding.contradicts()));
        remove(gone);
        put(put, now);
        return change;
    }

    private Map<Key, Stored> stored(Collection<UUID> sessions) {
        var stored = new HashMap<Key, Stored>();
        jdbc.sql(OF)
                .param("ids", sessions.toArray(UUID[]::new))
                .query((row, _) -> new Stored(finding(row), row.getBoolean("dismissed") == row.getBoolean("said")))
                .list()
                .forEach(one -> stored.put(Key.of(one.finding()), one));
        return stored;
    }

    static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                row.getObject("session_id", UUID.class),
                Rule.valueOf(row.getString("rule")),
                Severity.valueOf(row.getString("severity")),
                SessionField.valueOf(row.getString("field")),
                row.getObject("contradicts", UUID.class),
                row.getObject("seen", Long.class),
                row.getObject("bound", Long.class),
                row.getBoolean("site_limit"),
                FindingText.suggestions(row.getString("suggestions")));
    }

    private void put(List<Finding> findings, Instant now) {
        if (!findings.isEmpty()) {
            keyed(PUT, findings)
                    .param("severities", Columns.texts(findings, Finding::severity))
                    .param("contradicts", Columns.uuids(findings, Finding::contradicts))
                    .param("seen", Columns.texts(findings, Finding::seen))
                    .param("bounds", Columns.texts(findings, Finding::bound))
                    .param("limits", Columns.texts(findings, Finding::siteLimit))
                    .param("suggestions", Columns.texts(findings, one -> FindingText.ofSuggestions(one.suggestions())))
                    .param(
                            "confidences",
                            Columns.texts(
                                    findings,
                                    one -> one.suggestions().isEmpty()
                                            ? null
                                            : one.suggestions().getFirst().confidence()))
                    .param("now", Columns.at(now))
                    .update();
        }
    }

    private void remove(List<Finding> findings) {
        if (!findings.isEmpty()) {
            keyed(REMOVE, findings).update();
        }
    }

    private JdbcClient.StatementSpec keyed(String sql, List<Finding> findings) {
        return jdbc.sql(sql)
                .param("sessions", Columns.uuids(findings, Finding::session))
                .param("rules", Columns.texts(findings, Finding::rule))
                .param("fields", Columns.texts(findings, Finding::field));
    }
}
