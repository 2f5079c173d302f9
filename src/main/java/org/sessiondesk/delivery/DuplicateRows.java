package org.sessiondesk.delivery;

import static org.sessiondesk.delivery.Columns.at;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the records in OnTime that may be second ones of a session, each until a person has looked. */
@Component
class DuplicateRows {

    private final JdbcClient jdbc;

    DuplicateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes one that a try of the delivery led to; it is also where a look-up for that delivery looks. */
    void note(UUID delivery, UUID ontimeId, Instant now) {
        jdbc.sql("""
                        with named as (
                            update delivery set other_ontime_id = :other where id = :delivery returning session_id
                        )
                        insert into possible_duplicate (session_id, ontime_id, delivery_id, noted_at)
                        select session_id, :other, :delivery, :now from named
                        on conflict (session_id, ontime_id)
                        do update set delivery_id = excluded.delivery_id, noted_at = excluded.noted_at, settled_at = null
                        """)
                .param("delivery", delivery)
                .param("other", ontimeId)
                .param("now", at(now))
                .update();
    }

    /** Nobody need decide on it any more; tells the delivery that led to it, unless somebody was faster. */
    Optional<UUID> settle(UUID session, UUID ontimeId, Instant now) {
        return jdbc.sql("""
                        update possible_duplicate set settled_at = :now
                        where session_id = :session and ontime_id = :other and settled_at is null
                        returning delivery_id
                        """)
                .param("session", session)
                .param("other", ontimeId)
                .param("now", at(now))
                .query(UUID.class)
                .optional();
    }
}
