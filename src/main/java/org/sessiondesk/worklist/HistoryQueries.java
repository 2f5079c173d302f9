package org.sessiondesk.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.CorrectionKind;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.worklist.HistoryEntry.Change;
import org.sessiondesk.worklist.HistoryEntry.Corrected;
import org.sessiondesk.worklist.HistoryEntry.FromFile;
import org.sessiondesk.worklist.HistoryEntry.InOnTime;
import org.sessiondesk.worklist.HistoryEntry.Sent;
import org.sessiondesk.worklist.HistoryEntry.Vanished;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The history of one session: its corrections, what OnTime said to each attempt to send them, and what readings
 * and files changed, which only the trail holds.
 */
@Repository
class HistoryQueries {

    /** More than a person reads; a session corrected more often shows its newest. */
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    HistoryQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<HistoryEntry> of(UUID session, boolean addedHere) {
        var entries = new ArrayList<HistoryEntry>(attempts(session));
        var corrections = corrections(session);
        var readings = readings(session, addedHere);
        var names = names(Stream.concat(
                corrections.stream().map(Row::changes), readings.stream().map(Reading::changes)));
        corrections.forEach(row -> entries.add(row.toEntry(names)));
        readings.forEach(row -> entries.add(row.toEntry(names)));
        entries.addAll(vanished(session));
        entries.sort(Comparator.comparing(HistoryEntry::at).reversed());
        return List.copyOf(entries);
    }

    private List<Row> corrections(UUID session) {
        return jdbc.sql("""
                        select c.id, c.corrected_at, c.person_id, c.kind, c.reason, n.note, c.changes::text as changes,
                            exists (select from correction later where later.undoes = c.id) as undone
                        from correction c left join correction_note n on n.correction_id = c.id
                        where c.session_id = :session
                        order by c.corrected_at desc, c.id desc limit :most
                        """)
                .param("session", session)
                .param("most", MOST)
                .query((row, _) -> row(row))
                .list();
    }

    /**
     * By the trail. The first reading of a session that the office didn't add says every field: it may be one of five
     * hundred in its entry, so that isn't opened.
     */
    private List<Reading> readings(UUID session, boolean addedHere) {
        return jdbc.sql("""
                        select e.at, e.actor_id, f.file_name, r.first, case when r.first then '[]' else (
                                   select coalesce(jsonb_agg(change order by n), '[]')::text
                                   from jsonb_array_elements(convert_from(e.bytes, 'UTF8')::jsonb #> '{details,changes}')
                                       with ordinality as listed (change, n)
                                   where change ->> 'session' = :session) end as changes
                        from (select position, position = min(position) over () and not :addedHere as first
                              from audit_subject
                              where kind = 'session' and id = :session) r
                        join audit_entry e on e.position = r.position
                        left join audit_subject s on s.position = e.position and s.kind = 'file'
                        left join filing f on f.id = s.id::uuid
                        where e.action in ('session.read', 'session.filed')
                        order by e.position desc limit :most
                        """)
                .param("session", session.toString())
                .param("addedHere", addedHere)
                .param("most", MOST)
                .query((row, _) -> new Reading(
                        Objects.requireNonNull(ListQueries.instant(row, "at")),
                        row.getObject("actor_id", UUID.class),
                        row.getString("file_name"),
                        row.getBoolean("first"),
                        json.readTree(row.getString("changes"))))
                .list();
    }

    /** By the trail. */
    private List<Vanished> vanished(UUID session) {
        return jdbc.sql("""
                        select e.at, e.action = 'session.reappeared' as back
                        from audit_subject r join audit_entry e on e.position = r.position
                        where r.kind = 'session' and r.id = :session
                          and e.action in ('session.vanished', 'session.reappeared')
                        order by e.position desc limit :most
                        """)
                .param("session", session.toString())
                .param("most", MOST)
                .query((row, _) ->
                        new Vanished(Objects.requireNonNull(ListQueries.instant(row, "at")), row.getBoolean("back")))
                .list();
    }

    private List<Sent> attempts(UUID session) {
        return jdbc.sql("""
                        select coalesce(a.finished_at, a.started_at) as at, a.n, a.outcome, a.status, a.words
                        from delivery d join delivery_attempt a on a.delivery_id = d.id
                        where d.session_id = :session
                        order by a.started_at desc limit :most
                        """)
                .param("session", session)
                .param("most", MOST)
                .query((row, _) -> sent(row))
                .list();
    }

    /** The names of every driver and vehicle that a change mentions, in one statement. */
    private Map<UUID, String> names(Stream<JsonNode> changes) {
        Set<UUID> ids = new HashSet<>();
        changes.forEach(each -> ids.addAll(mentioned(each)));
        Map<UUID, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                            select ontime_id, name from driver where ontime_id = any(:ids)
                            union all select ontime_id, name from vehicle where ontime_id = any(:ids)
                            """).param("ids", ids.toArray(UUID[]::new)).query(row -> {
                names.put(row.getObject("ontime_id", UUID.class), row.getString("name"));
            });
        }
        return names;
    }

    private Row row(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new Row(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(ListQueries.instant(row, "corrected_at")),
                Objects.requireNonNull(row.getObject("person_id", UUID.class)),
                CorrectionKind.valueOf(row.getString("kind")),
                reason == null ? null : Reason.valueOf(reason),
                row.getString("note"),
                json.readTree(row.getString("changes")),
                row.getBoolean("undone"));
    }

    private static Sent sent(ResultSet row) throws SQLException {
        return new Sent(
                Objects.requireNonNull(ListQueries.instant(row, "at")),
                row.getInt("n"),
                row.getString("outcome"),
                row.getObject("status", Integer.class),
                row.getString("words"));
    }

    private record Row(
            UUID id,
            Instant at,
            UUID person,
            CorrectionKind kind,
            @Nullable Reason reason,
            @Nullable String note,
            JsonNode changes,
            boolean undone) {

        Corrected toEntry(Map<UUID, String> names) {
            return new Corrected(id, at, person, kind, reason, note, list(changes, names), undone);
        }
    }

    /** By nobody where it came from OnTime itself. */
    private record Reading(
            Instant at, @Nullable UUID person, @Nullable String fileName, boolean first, JsonNode changes) {

        HistoryEntry toEntry(Map<UUID, String> names) {
            if (person != null) {
                return new FromFile(at, person, fileName, first, list(changes, names));
            }
            boolean held = changes.path(0).path("held").asBoolean(false);
            return new InOnTime(at, first, held, list(changes, names));
        }
    }

    private static List<Change> list(JsonNode changes, Map<UUID, String> names) {
        var list = new ArrayList<Change>();
        for (var change : changes) {
            var field = SessionField.valueOf(change.path("field").asString());
            list.add(new Change(
                    field, value(field, change.path("before"), names), value(field, change.path("after"), names)));
        }
        return List.copyOf(list);
    }

    private static Set<UUID> mentioned(JsonNode changes) {
        Set<UUID> ids = new HashSet<>();
        for (var change : changes) {
            var field = SessionField.valueOf(change.path("field").asString());
            if (field == SessionField.DRIVER || field == SessionField.VEHICLE) {
                for (var side : List.of(change.path("before"), change.path("after"))) {
                    if (side.isString()) {
                        ids.add(UUID.fromString(side.asString()));
                    }
                }
            }
        }
        return ids;
    }

    private static @Nullable Object value(SessionField field, JsonNode node, Map<UUID, String> names) {
        if (node.isNull() || node.isMissingNode()) {
            return null;
        }
        return switch (field) {
            case LOG_IN, LOG_OUT -> Instant.parse(node.asString());
            case START_MILEAGE, END_MILEAGE -> node.asInt();
            case TYPE -> LogInType.valueOf(node.asString());
            case DRIVER, VEHICLE ->
                names.getOrDefault(
                        UUID.fromString(node.asString()), node.asString().substring(0, 8));
        };
    }
}
