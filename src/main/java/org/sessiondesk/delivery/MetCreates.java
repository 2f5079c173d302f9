package org.sessiondesk.delivery;

import java.time.InstantSource;
import java.util.UUID;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.session.CandidatesRead;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A create that was looked for and not found is looked for once more when a reading comes upon what may be it. */
@Component
class MetCreates {

    private final JdbcClient jdbc;
    private final DeliveryTasks tasks;
    private final InstantSource clock;

    MetCreates(JdbcClient jdbc, DeliveryTasks tasks, InstantSource clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** A row that somebody works on is left alone: who decides about it sees what OnTime has. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CandidatesRead met) {
        var now = clock.instant();
        var again = jdbc.sql("""
                        update delivery set reason = 'LOOKING', next_attempt_at = :now
                        where id in (
                            select d.id
                            from unnest(:drivers::uuid[], :logIns::timestamptz[]) as met (driver, log_in)
                            join delivery d on d.sent_driver_id = met.driver and d.sent_log_in_at = met.log_in
                            where d.state = 'UNCERTAIN' and d.reason = 'NOT_FOUND' and d.sent_driver_id is not null
                            for update of d skip locked)
                        returning session_id
                        """)
                .param("now", Columns.at(now))
                .param(
                        "drivers",
                        met.records().stream()
                                .map(UserSession::userId)
                                .map(String::valueOf)
                                .toArray(String[]::new))
                .param(
                        "logIns",
                        met.records().stream()
                                .map(UserSession::logInTime)
                                .map(String::valueOf)
                                .toArray(String[]::new))
                .query(UUID.class)
                .list();
        again.forEach(session -> tasks.put(session, now));
    }
}
