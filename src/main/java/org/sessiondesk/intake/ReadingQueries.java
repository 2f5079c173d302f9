package org.sessiondesk.intake;

import static org.sessiondesk.intake.ReadingQueue.at;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.intake.ReadingState.Counts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts of what was read and is due, and the list of what could not be read. */
@Component
class ReadingQueries {

    private final JdbcClient database;

    ReadingQueries(JdbcClient database) {
        this.database = database;
    }

    /** How much of a reading is done and due, and what is known in all. */
    record Tally(int doneSessions, int dueSessions, int dueInAll, Counts counts) {

        private static final int LARGE = 10_000;

        /** Whether it takes a while to count. */
        boolean isLarge() {
            return counts.sessions() + dueInAll > LARGE;
        }
    }

    Tally tally(@Nullable Instant runStarted, Instant now) {
        return database.sql("""
                        select count(*) filter (where kind = 'SESSIONS' and due_at is null and read_at >= :started) done,
                               count(*) filter (where kind = 'SESSIONS' and due_at <= :now) due,
                               count(*) filter (where due_at <= :now) due_in_all,
                               count(*) filter (where kind = 'SESSIONS' and outcome = 'READ') sessions,
                               count(*) filter (where kind = 'USERS' and outcome = 'READ') users,
                               count(*) filter (where kind = 'VEHICLES' and outcome = 'READ') vehicles,
                               count(*) filter (where outcome = 'GONE') gone,
                               count(*) filter (where outcome = 'UNREADABLE') unreadable
                          from reading_record
                        """)
                .param("started", at(runStarted == null ? now : runStarted))
                .param("now", at(now))
                .query((row, n) -> new Tally(
                        row.getInt("done"),
                        row.getInt("due"),
                        row.getInt("due_in_all"),
                        new Counts(
                                row.getInt("sessions"),
                                row.getInt("users"),
                                row.getInt("vehicles"),
                                row.getInt("gone"),
                                row.getInt("unreadable"))))
                .single();
    }

    List<UnreadableRecord> unreadable(int offset, int limit) {
        return database.sql("""
                        select kind, ontime_id, reason, shown, read_at
                          from reading_record
                         where outcome = 'UNREADABLE'
                         order by read_at desc, kind, ontime_id
                        offset :offset limit :limit
                        """)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> new UnreadableRecord(
                        ReadingKind.valueOf(row.getString("kind")),
                        row.getObject("ontime_id", UUID.class),
                        row.getString("reason"),
                        row.getString("shown"),
                        row.getTimestamp("read_at").toInstant()))
                .list();
    }
}
