package org.sessiondesk.intake;

import static org.sessiondesk.intake.ReadingQueue.at;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which sessions are still to be compared: how far a pass is stands in when each was last read. */
@Component
class ComparisonQueue {

    private static final String UNCOMPARED = """
            kind = 'SESSIONS' and about >= :from and read_at < :before and outcome is distinct from 'GONE'
            """;

    static final String COUNT = "select count(*) from reading_record where " + UNCOMPARED;

    /** What could be chosen: not what is due already, for whatever reason, and perhaps never answered. */
    static final String LEFT_TO_CHOOSE = """
            select exists (select from reading_record where due_at is null and""" + " " + UNCOMPARED + ")";

    /** What a list didn't name first, then open and recent ones. */
    static final String CHOOSE = """
            update reading_record set due_at = :now, rank = 4
             where kind = 'SESSIONS' and ontime_id in (
                   select ontime_id from reading_record
                    where due_at is null and""" + " " + UNCOMPARED + """
                    order by missed_at is not null desc, still_open desc, about desc, ontime_id
                    limit :most)
            """;

    private final JdbcClient database;

    ComparisonQueue(JdbcClient database) {
        this.database = database;
    }

    /** Makes so many due that were not read since the pass began. */
    void choose(Instant from, Instant passStarted, int most, Instant now) {
        database.sql(CHOOSE)
                .param("from", at(from))
                .param("before", at(passStarted))
                .param("most", Math.max(0, most))
                .param("now", at(now))
                .update();
    }

    /** How many of a window were not read since the pass began. */
    int uncompared(Instant from, Instant passStarted) {
        return database.sql(COUNT)
                .param("from", at(from))
                .param("before", at(passStarted))
                .query(Integer.class)
                .single();
    }

    /** Whether anything of a window is left to choose that was not read since the pass began. */
    boolean leftToChoose(Instant from, Instant passStarted) {
        return database.sql(LEFT_TO_CHOOSE)
                .param("from", at(from))
                .param("before", at(passStarted))
                .query(Boolean.class)
                .single();
    }

    /** How many are due, be it in a while. */
    int due() {
        return database.sql("select count(*) from reading_record where rank = 4 and due_at is not null")
                .query(Integer.class)
                .single();
    }

    /** Those of these sessions that are due to be compared. */
    Set<UUID> due(Collection<UUID> ids) {
        return new HashSet<>(database.sql("""
                        select ontime_id from reading_record
                         where kind = 'SESSIONS' and rank = 4 and due_at is not null and ontime_id = any (:ids)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }
}
