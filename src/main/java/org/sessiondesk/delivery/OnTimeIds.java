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

    /** The session here of this OnTime ID, and whether somebody's work stands in it. */
    Optional<Holder> holderOf(UUID ontimeId) {
        return jdbc.sql("select id, edited or added_by_office as touched from driver_session where ontime_id = :id")
                .param("id", ontimeId)
                .query((row, n) -> new Holder(Columns.uuid(row, "id"), row.getBoolean("touched")))
                .optional();
    }

    /** Whether a create may take the OnTime ID: nobody's work stands under it here. */
    boolean isFree(UUID ontimeId, UUID session) {
        return holderOf(ontimeId)
                .map(holder -> holder.session().equals(session) || !holder.touched())
                .orElse(true);
    }

    /** A session that has an OnTime ID already. */
    record Holder(UUID session, boolean touched) {}
}
