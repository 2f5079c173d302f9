package org.sessiondesk.intake;

import static org.sessiondesk.intake.ReadingQueue.at;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which known sessions the newest list over the window doesn't name. That alone says nothing: a list may be cut. Each is
 * asked for by itself, and vanished is only what is in no list and not there when asked for.
 */
@Component
class MissingRecords {

    /** So many of a list are asked for at once: more is the list's fault, or will do with the next comparison. */
    static final int AT_ONCE = 20;

    /** One that a list names and that wasn't there is asked for again, not with each list. */
    private static final Duration AGAIN = Duration.ofMinutes(30);

    static final String MISSED = """
            update reading_record known
               set missed_at = :now
             where kind = 'SESSIONS' and about >= :from and outcome is not null and missed_at is null
               and not exists (select from unnest(:ids) listed where listed = known.ontime_id)
            """;

    private final JdbcClient database;

    MissingRecords(JdbcClient database) {
        this.database = database;
    }

    /** Compares a list with what is known of its time. */
    void listed(List<UUID> ids, Instant from, Instant now) {
        var listed = ids.toArray(UUID[]::new);
        database.sql("""
                        update reading_record known
                           set missed_at = null,
                               due_at = case when outcome = 'GONE' then coalesce(due_at, :now) else due_at end,
                               rank = case when outcome = 'GONE' then 2 else rank end
                         where kind = 'SESSIONS' and (missed_at is not null or outcome = 'GONE')
                           and (missed_at is not null or read_at <= :before)
                           and exists (select from unnest(:ids) listed where listed = known.ontime_id)
                        """)
                .param("now", at(now))
                .param("before", at(now.minus(AGAIN)))
                .param("ids", listed)
                .update();
        int missed = database.sql(MISSED)
                .param("now", at(now))
                .param("from", at(from))
                .param("ids", listed)
                .update();
        if (missed > 0 && missed <= AT_ONCE) {
            database.sql("""
                            update reading_record set due_at = :now, rank = 2
                             where kind = 'SESSIONS' and missed_at = :now and due_at is null
                            """).param("now", at(now)).update();
        }
    }

    /** Of these the ones that no list names: the newest doesn't, or they are older than it goes back. */
    Set<UUID> inNoList(Collection<UUID> ids, Instant from) {
        return new HashSet<>(database.sql("""
                        select ontime_id from reading_record
                         where kind = 'SESSIONS' and ontime_id = any (:ids)
                           and (missed_at is not null or about is null or about < :from)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("from", at(from))
                .query(UUID.class)
                .list());
    }
}
