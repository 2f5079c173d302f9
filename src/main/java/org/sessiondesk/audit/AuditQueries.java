package org.sessiondesk.audit;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the trail for people, newest first. Facts of {@code account.…} and the addresses people worked from are shown
 * to administrators and auditors only.
 */
@Component
@PreAuthorize("hasAnyRole('SUPERVISOR', 'PAYROLL', 'AUDITOR', 'ADMINISTRATOR')")
@Transactional(readOnly = true)
public class AuditQueries {

    /** The most entries of one page. */
    public static final int LARGEST_PAGE = 200;

    private static final Set<String> SEES_ACCOUNTS = Set.of("ROLE_ADMINISTRATOR", "ROLE_AUDITOR");

    private final JdbcClient jdbc;

    AuditQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The newest entries that fit the filter.
     *
     * @param beforePosition the position of the last entry of the page before this one; null for the first page
     * @param limit at most {@link #LARGEST_PAGE}
     */
    public List<TrailEntry> page(TrailFilter filter, @Nullable Long beforePosition, int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException("a page holds 1 to " + LARGEST_PAGE + " entries, not " + limit);
        }
        boolean accountsToo = seesAccounts();
        TrailSql sql = TrailSql.of(filter, beforePosition, accountsToo);
        List<Row> rows = jdbc.sql(sql.page())
                .params(sql.params())
                .param("limit", limit)
                .query((row, _) -> new Row(row.getLong("position"), row.getBytes("bytes")))
                .list();
        return entries(rows, accountsToo);
    }

    /**
     * Some of the entries that fit a filter, drawn by a number, newest first: with the same number they are the same again, for
     * as long as no further entry fits.
     *
     * @param size at most {@link #LARGEST_PAGE}
     */
    public TrailSample sample(TrailFilter filter, int number, int size) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException("a sample holds 1 to " + LARGEST_PAGE + " entries, not " + size);
        }
        boolean accountsToo = seesAccounts();
        TrailSql sql = TrailSql.of(filter, null, accountsToo);
        long[] ofAll = {0};
        List<Row> rows = jdbc.sql(sql.sample())
                .params(sql.params())
                .param("number", String.valueOf(number))
                .param("limit", size)
                .query((row, _) -> {
                    ofAll[0] = row.getLong("of_all");
                    return new Row(row.getLong("position"), row.getBytes("bytes"));
                })
                .list();
        return new TrailSample(entries(rows, accountsToo), ofAll[0]);
    }

    /** The newest entries about one record. */
    public List<TrailEntry> history(Subject subject, int limit) {
        return page(TrailFilter.everything().withSubject(subject), null, limit);
    }

    /** Every action the reader may see that occurs in the trail, in order of the alphabet. */
    public List<String> actions() {
        // One look into the index an action: distinct would read the whole trail.
        return jdbc.sql("""
                        with recursive found (action) as (
                            (select action from audit_entry order by action limit 1)
                            union all
                            select (select next.action from audit_entry next
                                    where next.action > found.action order by next.action limit 1)
                            from found where found.action is not null
                        )
                        select action from found
                        where action is not null and (:accountsToo or not starts_with(action, 'account.'))
                        order by action collate "C"
                        """)
                .param("accountsToo", seesAccounts())
                .query(String.class)
                .list();
    }

    /** How far the trail goes now. */
    public TrailEnd end() {
        return jdbc.sql("select position, chain from audit_head")
                .query((row, _) -> TrailEnd.of(row.getLong("position"), row.getBytes("chain")))
                .single();
    }

    private List<TrailEntry> entries(List<Row> rows, boolean addressesToo) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, Map<String, String>> texts = new HashMap<>();
        jdbc.sql("select position, name, content from audit_text where position = any(:positions)")
                .param("positions", rows.stream().map(Row::position).toArray(Long[]::new))
                .query(row -> {
                    texts.computeIfAbsent(row.getLong("position"), _ -> new HashMap<>())
                            .put(row.getString("name"), row.getString("content"));
                });
        List<TrailEntry> entries = new ArrayList<>(rows.size());
        for (Row row : rows) {
            entries.add(entry(row, texts.getOrDefault(row.position(), Map.of()), addressesToo));
        }
        return entries;
    }

    private static TrailEntry entry(Row row, Map<String, String> kept, boolean addressesToo) {
        try {
            EntryReader.Content content = EntryReader.read(row.bytes());
            Map<String, @Nullable String> texts = new TreeMap<>();
            for (String name : content.textHashes().keySet()) {
                if (addressesToo || !name.equals(Origin.TEXT)) {
                    texts.put(name, kept.get(name));
                }
            }
            return new TrailEntry(
                    row.position(),
                    content.at(),
                    content.actor(),
                    content.action(),
                    content.subjects(),
                    content.details(),
                    texts);
        } catch (EntryReader.Unreadable broken) {
            throw new IllegalStateException("entry " + row.position() + " can't be read: Verify says more", broken);
        }
    }

    private static boolean seesAccounts() {
        Authentication reader = SecurityContextHolder.getContext().getAuthentication();
        return reader != null
                && reader.getAuthorities().stream().anyMatch(role -> SEES_ACCOUNTS.contains(role.getAuthority()));
    }

    private record Row(long position, byte[] bytes) {}

    /** The query of one filter: only what narrows stands in it, so that each has the plan that fits. */
    record TrailSql(String fitting, String position, Map<String, Object> params) {

        String page() {
            return "select entry.position, entry.bytes" + fitting + " order by " + position + " desc limit :limit";
        }

        /** In the order of a hash of number and position, which nobody chose. */
        String sample() {
            return "with fitting as materialized (select entry.position" + fitting + """
                    )
                    select drawn.position, entry.bytes, (select count(*) from fitting) as of_all
                    from (select position from fitting
                          order by md5(:number || ':' || position), position limit :limit) drawn
                    join audit_entry entry on entry.position = drawn.position
                    order by drawn.position desc
                    """;
        }

        static TrailSql of(TrailFilter filter, @Nullable Long before, boolean accountsToo) {
            Map<String, Object> params = new HashMap<>();
            List<String> conditions = new ArrayList<>();
            String from = "audit_entry entry";
            if (filter.subject() != null) {
                from = "audit_subject subject join audit_entry entry on entry.position = subject.position";
                conditions.add("subject.kind = :kind and subject.id = :id");
                params.put("kind", filter.subject().kind());
                params.put("id", filter.subject().id());
            }
            String position = filter.subject() == null ? "entry.position" : "subject.position";
            if (before != null) {
                conditions.add(position + " < :before");
                params.put("before", before);
            }
            if (filter.person() != null) {
                conditions.add("entry.actor_id = :person");
                params.put("person", filter.person());
            }
            if (!filter.actions().isEmpty()) {
                conditions.add("entry.action = any(:actions)");
                params.put("actions", filter.actions().toArray(String[]::new));
            }
            if (filter.from() != null) {
                conditions.add("entry.at >= :from");
                params.put("from", filter.from().atOffset(ZoneOffset.UTC));
            }
            if (filter.to() != null) {
                conditions.add("entry.at < :to");
                params.put("to", filter.to().atOffset(ZoneOffset.UTC));
            }
            if (!accountsToo) {
                conditions.add("not starts_with(entry.action, 'account.')");
            }
            String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
            return new TrailSql(" from " + from + where, position, params);
        }
    }
}
