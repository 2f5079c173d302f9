package org.sessiondesk.intake;

import static org.sessiondesk.intake.ReadingQueue.at;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sessiondesk.intake.ReadingQueue.Due;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which known sessions the newest list over the window doesn't name. That alone says nothing: a list may be cut. Each is
 * asked for by itself, and vanished is only what is in no list and not there when asked for. Of a session older than any
 * list, only the second time says it.
 */
@Component
class MissingRecords {

    /** So many of a list are asked for at once: more is the list's fault, or will do with the next comparison. */
    static final int AT_ONCE = 20;

    /** One that wasn't there is asked for again after this, and then each time after twice as long. */
    static final Duration AGAIN = Duration.ofMinutes(30);

    private static final int LONGEST_SHIFT = 5;

    static final String MISSED = """
            update reading_record known
               set missed_at = :now
             where kind = 'SESSIONS' and about >= :from and read_at is not null and missed_at is null
               and not exists (select from unnest(:ids) listed where listed = known.ontime_id)
            """;

    private final JdbcClient database;

    MissingRecords(JdbcClient database) {
        this.database = database;
    }

    /**
     * Of sessions that weren't there when asked for.
     *
     * @param inNoList neither the newest list nor the second asking has them
     * @param askAgain older than any list, and asked for only once so far
     */
    record NotThere(Set<UUID> inNoList, Set<UUID> askAgain) {

        static final NotThere NONE = new NotThere(Set.of(), Set.of());
    }

    /** Compares a list with what is known of its time. */
    void listed(List<UUID> ids, Instant from, Instant now) {
        var listed = ids.toArray(UUID[]::new);
        database.sql("""
                        update reading_record set due_at = :now, rank = 2
                         where kind = 'SESSIONS' and ontime_id in (
                               select ontime_id from reading_record known
                                where kind = 'SESSIONS' and outcome = 'GONE' and due_at is null
                                  and (missed_at is not null
                                       or read_at <= :now - make_interval(secs => :again)
                                                            * power(2, least(greatest(tries, 1) - 1, :longest)))
                                  and exists (select from unnest(:ids) listed where listed = known.ontime_id)
                                order by read_at, ontime_id
                                limit :most)
                        """)
                .param("now", at(now))
                .param("again", AGAIN.toSeconds())
                .param("longest", LONGEST_SHIFT)
                .param("ids", listed)
                .param("most", AT_ONCE)
                .update();
        database.sql("""
                        update reading_record known set missed_at = null
                         where kind = 'SESSIONS' and missed_at is not null
                           and exists (select from unnest(:ids) listed where listed = known.ontime_id)
                        """).param("ids", listed).update();
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

    /**
     * What follows for sessions that weren't there just now. Where OnTime answers 404 to everything, nothing does: then
     * no list comes either.
     *
     * @param from how far the lists go back
     */
    NotThere of(Collection<UUID> ids, Instant from, Instant now) {
        var inNoList = new HashSet<UUID>();
        var askAgain = new HashSet<UUID>();
        database.sql("""
                        select ontime_id, missed_at is not null missed,
                               coalesce(not_there_since <= :before and exists (
                                   select from reading_state where listed_at > not_there_since), false) twice
                          from reading_record
                         where kind = 'SESSIONS' and ontime_id = any (:ids)
                           and (missed_at is not null or about is null or about < :from)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("from", at(from))
                .param("before", at(now.minus(AGAIN)))
                .query(row -> {
                    boolean says = row.getBoolean("missed") || row.getBoolean("twice");
                    (says ? inNoList : askAgain).add(row.getObject("ontime_id", UUID.class));
                });
        return new NotThere(inNoList, askAgain);
    }

    /** It isn't there, and nobody asks for it again unless a list names it. */
    void gone(Due due, Instant now) {
        database.sql("""
                        update reading_record
                           set due_at = null, tries = tries + 1, read_at = :now, outcome = 'GONE', still_open = false,
                               reason = null, shown = null, not_there_since = coalesce(not_there_since, :now)
                         where kind = :kind and ontime_id = :id
                        """)
                .param("kind", due.kind().name())
                .param("id", due.id())
                .param("now", at(now))
                .update();
    }

    /** It isn't there, and is asked for once more before that is believed. */
    void askAgain(Due due, Instant now) {
        database.sql("""
                        update reading_record
                           set tries = tries + 1, read_at = :now, not_there_since = coalesce(not_there_since, :now),
                               rank = case when due_at is null then 2 else rank end,
                               due_at = case when due_at > :now then due_at else :again end
                         where kind = :kind and ontime_id = :id
                        """)
                .param("kind", due.kind().name())
                .param("id", due.id())
                .param("now", at(now))
                .param("again", at(now.plus(AGAIN.multipliedBy(1L << Math.min(due.tries(), LONGEST_SHIFT)))))
                .update();
    }
}
