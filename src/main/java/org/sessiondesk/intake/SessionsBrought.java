package org.sessiondesk.intake;

import static org.sessiondesk.intake.ReadingQueue.at;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.sessiondesk.session.SessionsTaken;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions that a file brought and no list: known from then on, so that they are compared like all others. */
@Component
class SessionsBrought {

    static final String LISTED = """
            update reading_record set due_at = :now, rank = 2
             where kind = 'SESSIONS' and outcome is null and due_at is null and ontime_id = any (:ids)
            """;

    private final JdbcClient database;
    private final InstantSource clock;

    SessionsBrought(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those of a reading are known before they are read. What a file says counts as read then. */
    @EventListener
    void taken(SessionsTaken taken) {
        if (taken.added().isEmpty()) {
            return;
        }
        database.sql("""
                        insert into reading_record (kind, ontime_id, about, still_open, rank, read_at)
                        select 'SESSIONS', ontime_id, log_in_at, log_out_at is null, 2, :now
                          from driver_session
                         where id = any (:ids) and ontime_id is not null
                           and not exists (select from reading_record known
                                            where known.kind = 'SESSIONS' and known.ontime_id = driver_session.ontime_id)
                         order by ontime_id
                        on conflict (kind, ontime_id) do nothing
                        """)
                .param("ids", taken.added().toArray(UUID[]::new))
                .param("now", at(clock.instant()))
                .update();
    }

    /** What a list names and nobody asked OnTime for yet is due. */
    void listed(List<UUID> ids, Instant now) {
        database.sql(LISTED)
                .param("ids", ids.toArray(UUID[]::new))
                .param("now", at(now))
                .update();
    }
}
