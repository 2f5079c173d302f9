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

    static final String DONE = """
            select count(*) from reading_record
             where kind = 'SESSIONS' and due_at is null and read_at >= :started and outcome is not null
            """;

    static final String DUE = """
            select count(*) filter (where kind = 'SESSIONS') due, count(*) due_in_all
              from reading_record
             where due_at is not null and due_at <= :now
            """;

    private final JdbcClient database;

    ReadingQueries(JdbcClient database) {
        this.database = database;
    }

    /** How much of a reading is done and due. */
    record Tally(int doneSessions, int dueSessions, int dueInAll) {}

    /** @param started when the reading under way began; null between two */
    Tally tally(@Nullable Instant started, Instant now) {
        int done = started == null
                ? 0
                : database.sql(DONE)
                        .param("started", at(started))
                        .query(Integer.class)
                        .single();
        return database.sql(DUE)
                .param("now", at(now))
                .query((row, n) -> new Tally(done, row.getInt("due"), row.getInt("due_in_all")))
                .single();
    }

    /**
     * Sessions that lists name, nobody has read, and that may be of that time: the first fill knows no more of one than
     * the 24 hours it logged in.
     */
    int unread(Instant from, Instant to) {
        return database.sql("""
                        select count(*) from reading_record
                         where kind = 'SESSIONS' and due_at is not null and outcome is null and about > :from and about < :to
                        """)
                .param("from", at(from.minus(ReadingLists.DAILY)))
                .param("to", at(to))
                .query(Integer.class)
                .single();
    }

    /** Sessions of that time that are here. */
    int read(Instant from, Instant to) {
        return database.sql("""
                        select count(*) from driver_session
                         where log_in_at >= :from and log_in_at < :to and ontime_id is not null and not discarded
                        """)
                .param("from", at(from))
                .param("to", at(to))
                .query(Integer.class)
                .single();
    }

    /** What is known in all: every record is looked at. */
    Counts counts() {
        return database.sql("""
                        select count(*) filter (where kind = 'SESSIONS' and outcome = 'READ') sessions,
                               count(*) filter (where kind = 'USERS' and outcome = 'READ') users,
                               count(*) filter (where kind = 'VEHICLES' and outcome = 'READ') vehicles,
                               count(*) filter (where outcome = 'GONE') gone,
                               count(*) filter (where outcome = 'UNREADABLE') unreadable
                          from reading_record
                        """)
                .query((row, n) -> new Counts(
                        row.getInt("sessions"),
                        row.getInt("users"),
                        row.getInt("vehicles"),
                        row.getInt("gone"),
                        row.getInt("unreadable")))
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
