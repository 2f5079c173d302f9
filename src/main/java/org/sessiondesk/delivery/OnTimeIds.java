package org.sessiondesk.delivery;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which session here stands for a record in OnTime. */
@Component
class OnTimeIds {

    private final JdbcClient jdbc;

    OnTimeIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the OnTime IDs that no session here has. */
    List<UUID> unknownHere(List<UUID> ontimeIds) {
        return jdbc.sql("""
                        select id from unnest(:ids::uuid[]) as given (id)
                        where not exists (select from driver_session where ontime_id = given.id)
                        """)
                .param("ids", ontimeIds.stream().map(UUID::toString).toArray(String[]::new))
                .query(UUID.class)
                .list();
    }

    /** The session here of this OnTime ID. */
    Optional<UUID> holderOf(UUID ontimeId) {
        return jdbc.sql("select id from driver_session where ontime_id = :id")
                .param("id", ontimeId)
                .query(UUID.class)
                .optional();
    }

    /**
     * Whether a create may take the OnTime ID: no other session has it here, or one that nobody touched and whose driver
     * and log-in are those that the create sent.
     */
    boolean isFree(UUID ontimeId, UUID session) {
        return jdbc.sql("""
                        select not exists (
                            select from driver_session holder
                            where holder.ontime_id = :id and holder.id <> :session
                              and (holder.edited or holder.added_by_office or not exists (
                                   select from delivery
                                   where session_id = :session and sent_driver_id = holder.driver_id
                                     and date_trunc('second', sent_log_in_at) = date_trunc('second', holder.log_in_at))))
                        """)
                .param("id", ontimeId)
                .param("session", session)
                .query(Boolean.class)
                .single();
    }
}
