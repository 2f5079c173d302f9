package org.sessiondesk.finding.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.finding.check.LineVerdict.Which;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one kind of line says now against what is stored: what differs is due. Several threads may tell it. */
final class Comparison {

    private static final int AT_ONCE = 500;

    private final Map<UUID, Long> stored = new HashMap<>();
    private final List<UUID> differing = new ArrayList<>();
    private final DueSessions due;
    private final CheckProgress progress;

    Comparison(Which line, JdbcClient jdbc, DueSessions due, CheckProgress progress) {
        this.due = due;
        this.progress = progress;
        jdbc.sql("select session_id, findings, asked_from, asked_until from line_verdict where line = :line")
                .param("line", line.name())
                .withFetchSize(AT_ONCE)
                .query(row -> {
                    stored.put(
                            row.getObject(1, UUID.class),
                            hash(row.getString(2), Columns.instantOrNull(row, 3), Columns.instantOrNull(row, 4)));
                });
    }

    void compare(UUID session, List<Finding> findings) {
        compare(session, findings.isEmpty() ? null : hash(FindingText.of(findings), null, null));
    }

    void compare(UUID session, Verdict verdict) {
        var asked = verdict.asked();
        if (asked == null) {
            compare(session, verdict.findings());
        } else {
            compare(session, hash(FindingText.of(verdict.findings()), asked.from(), asked.until()));
        }
    }

    private synchronized void compare(UUID session, @Nullable Long hash) {
        Long before = stored.isEmpty() ? null : stored.remove(session);
        if (hash == null ? before != null : !hash.equals(before)) {
            differs(session);
        }
        progress.next();
    }

    /** What is stored of sessions that stand in no line any more differs, too. */
    synchronized void end() {
        List.copyOf(stored.keySet()).forEach(this::differs);
        put();
    }

    private void differs(UUID session) {
        differing.add(session);
        if (differing.size() == AT_ONCE) {
            put();
        }
    }

    private void put() {
        due.alone(differing);
        progress.differed(differing.size());
        differing.clear();
    }

    /** 64 bits of what is stored of a verdict (FNV-1a). */
    private static long hash(String findings, @Nullable Object from, @Nullable Object until) {
        long hash = 0xcbf29ce484222325L;
        String text = findings + from + until;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
