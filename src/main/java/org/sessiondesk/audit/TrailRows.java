package org.sessiondesk.audit;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The trail's rows for the check, batch by batch in order of position, exactly as they stand. */
record TrailRows(JdbcClient jdbc) {

    /** At most this many entries are held at once; a reading's entry brings up to 500 subjects. */
    private static final int BATCH = 500;

    // Every column may be null here: whoever changes rows by hand may have dropped the constraints too.
    record Entry(
            long position,
            byte @Nullable [] chain,
            byte @Nullable [] bytes,
            @Nullable OffsetDateTime at,
            @Nullable String action,
            @Nullable String actorKind,
            @Nullable String actorId) {}

    record Text(
            String name, byte @Nullable [] salt, @Nullable String content) {}

    record Head(long position, byte @Nullable [] chain) {}

    List<Head> heads() {
        return jdbc.sql("select position, chain from audit_head")
                .query((row, _) -> new Head(row.getLong("position"), row.getBytes("chain")))
                .list();
    }

    List<Entry> entriesFrom(long first) {
        return jdbc.sql("""
                        select position, chain, bytes, at, action, actor_kind, actor_id
                        from audit_entry where position >= :first order by position limit :batch
                        """)
                .param("first", first)
                .param("batch", BATCH)
                .query((row, _) -> new Entry(
                        row.getLong("position"),
                        row.getBytes("chain"),
                        row.getBytes("bytes"),
                        row.getObject("at", OffsetDateTime.class),
                        row.getString("action"),
                        row.getString("actor_kind"),
                        row.getString("actor_id")))
                .list();
    }

    /** Kind and id with a blank between: neither has one. */
    SortedMap<Long, List<String>> subjects(long first, long last) {
        SortedMap<Long, List<String>> subjects = new TreeMap<>();
        jdbc.sql("select position, kind, id from audit_subject where position between :first and :last")
                .param("first", first)
                .param("last", last)
                .query(row -> {
                    at(subjects, row.getLong("position")).add(row.getString("kind") + " " + row.getString("id"));
                });
        return subjects;
    }

    SortedMap<Long, List<Text>> texts(long first, long last) {
        SortedMap<Long, List<Text>> texts = new TreeMap<>();
        jdbc.sql("select position, name, salt, content from audit_text where position between :first and :last")
                .param("first", first)
                .param("last", last)
                .query(row -> {
                    at(texts, row.getLong("position"))
                            .add(new Text(row.getString("name"), row.getBytes("salt"), row.getString("content")));
                });
        return texts;
    }

    private static <T> List<T> at(SortedMap<Long, List<T>> rows, long position) {
        return rows.computeIfAbsent(position, _ -> new ArrayList<>());
    }
}
