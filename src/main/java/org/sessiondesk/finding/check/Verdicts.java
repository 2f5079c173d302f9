package org.sessiondesk.finding.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.finding.check.LineVerdict.StoredVerdict;
import org.sessiondesk.finding.check.LineVerdict.Which;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.Judge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores verdicts: what one line says, and what of both together stands; only what differs is written. */
@Component
class Verdicts {

    static final String STORED = """
            select session_id, line, findings, asked_from, asked_until from line_verdict where session_id = any(:ids)
            """;

    private static final String PUT = """
            insert into line_verdict (session_id, line, findings, asked_from, asked_until)
            select * from unnest(cast(:sessions as uuid[]), cast(:lines as text[]), cast(:findings as text[]),
                                 cast(cast(:from as text[]) as timestamptz[]), cast(cast(:until as text[]) as timestamptz[]))
            on conflict (session_id, line) do update
            set findings = excluded.findings, asked_from = excluded.asked_from, asked_until = excluded.asked_until
            """;

    private static final String REMOVE = """
            delete from line_verdict
            where (session_id, line) in (select * from unnest(cast(:sessions as uuid[]), cast(:lines as text[])))
            """;

    private final JdbcClient jdbc;
    private final StandingFindings standing;
    private final StoredDismissals dismissals;
    private final Problems problems;

    Verdicts(JdbcClient jdbc, StandingFindings standing, StoredDismissals dismissals, Problems problems) {
        this.jdbc = jdbc;
        this.standing = standing;
        this.dismissals = dismissals;
        this.problems = problems;
    }

    /**
     * Replaces what is stored of these sessions by what was judged now.
     *
     * @param moved those of them that may stand at another place
     * @return the sessions of which something else is to be told than before
     */
    Set<UUID> replace(Collection<LineVerdict> judged, Collection<UUID> moved, Instant now) {
        var ids = new LinkedHashSet<UUID>();
        judged.forEach(one -> ids.add(one.session()));
        var stored = stored(ids);
        var differing = judged.stream()
                .filter(one ->
                        !one.sameAs(stored.getOrDefault(one.session(), Map.of()).get(one.line())))
                .toList();
        put(differing.stream().filter(one -> !one.silent()).toList());
        remove(differing.stream().filter(LineVerdict::silent).toList());

        var told = new HashMap<UUID, List<Finding>>();
        var anew = new HashMap<UUID, List<LineVerdict>>();
        differing.forEach(one ->
                anew.computeIfAbsent(one.session(), _ -> new ArrayList<>()).add(one));
        anew.forEach((session, verdicts) ->
                told.put(session, together(session, stored.getOrDefault(session, Map.of()), verdicts)));
        for (var session : dismissals.letFall(judged, told)) {
            told.computeIfAbsent(session, _ -> together(session, stored.getOrDefault(session, Map.of()), List.of()));
        }
        var change = standing.replace(told, now);
        problems.bring(change.touched(), moved);
        return change.sessions();
    }

    /** What is stored of these sessions, by line. */
    Map<UUID, Map<Which, StoredVerdict>> stored(Collection<UUID> ids) {
        var stored = new HashMap<UUID, Map<Which, StoredVerdict>>();
        jdbc.sql(STORED)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> new StoredVerdict(
                        row.getObject("session_id", UUID.class),
                        Which.valueOf(row.getString("line")),
                        row.getString("findings"),
                        Columns.instantOrNull(row, "asked_from"),
                        Columns.instantOrNull(row, "asked_until")))
                .list()
                .forEach(one -> stored.computeIfAbsent(one.session(), _ -> new EnumMap<>(Which.class))
                        .put(one.line(), one));
        return stored;
    }

    /** What of both lines together is found: what is stored of each, unless it was judged anew. */
    private static List<Finding> together(UUID session, Map<Which, StoredVerdict> stored, List<LineVerdict> anew) {
        var told = new EnumMap<Which, List<Finding>>(Which.class);
        stored.forEach((line, verdict) -> told.put(line, FindingText.read(session, verdict.findings())));
        anew.forEach(one -> told.put(one.line(), one.findings()));
        return Judge.together(told.getOrDefault(Which.VEHICLE, List.of()), told.getOrDefault(Which.DRIVER, List.of()));
    }

    private void put(List<LineVerdict> verdicts) {
        if (!verdicts.isEmpty()) {
            keyed(PUT, verdicts)
                    .param("findings", Columns.texts(verdicts, LineVerdict::text))
                    .param("from", Columns.texts(verdicts, LineVerdict::askedFrom))
                    .param("until", Columns.texts(verdicts, LineVerdict::askedUntil))
                    .update();
        }
    }

    private void remove(List<LineVerdict> verdicts) {
        if (!verdicts.isEmpty()) {
            keyed(REMOVE, verdicts).update();
        }
    }

    private JdbcClient.StatementSpec keyed(String sql, List<LineVerdict> verdicts) {
        return jdbc.sql(sql)
                .param("sessions", Columns.uuids(verdicts, LineVerdict::session))
                .param("lines", Columns.texts(verdicts, LineVerdict::line));
    }

    /** What of it was changed, and of which sessions the place among all problems has to be looked at. */
    record Change(Set<UUID> sessions, Set<UUID> touched) {

        static Change none() {
            return new Change(new LinkedHashSet<>(), new LinkedHashSet<>());
        }

        void add(UUID session, @Nullable UUID contradicts) {
            sessions.add(session);
            touched.add(session);
            if (contradicts != null) {
                touched.add(contradicts);
            }
        }
    }
}
