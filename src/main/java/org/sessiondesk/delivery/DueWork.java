package org.sessiondesk.delivery;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.sessiondesk.connection.Errand;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a session has anything due, looked at without a lock so that nobody asks the gate for nothing. */
@Component
class DueWork {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    DueWork(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is wanted of OnTime for it: what may have arrived is looked for before anything is sent. */
    Optional<Errand> at(UUID session) {
        return jdbc.sql("""
                        select state = 'UNCERTAIN'
                        from delivery
                        where session_id = :session
                          and (state = 'SENDING' or (state in ('WAITING', 'UNCERTAIN') and next_attempt_at <= :now))
                        order by state = 'UNCERTAIN' desc
                        limit 1
                        """)
                .param("session", session)
                .param("now", Columns.at(clock.instant()))
                .query(Boolean.class)
                .optional()
                .map(lookedFor -> lookedFor ? Errand.READING : Errand.SENDING);
    }
}
