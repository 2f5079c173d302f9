package org.sessiondesk.delivery;

import static org.sessiondesk.delivery.Columns.at;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.sessiondesk.connection.WayClear;
import org.sessiondesk.session.DriverSessions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The queue's tasks: one a session that has something to send or to look for, in the transaction that brings it. A task
 * carries no data; its instance is the session's id.
 */
@Component
class DeliveryTasks {

    static final String NAME = "delivery";

    /** Where a task's versions begin: never where an earlier task of the session had its own. */
    private static final String FIRST_VERSION = "(extract(epoch from clock_timestamp()) * 1000000)::bigint";

    /**
     * Puts a task or moves it; one that runs now looks itself what is next. Parameters: task, instance, due. Whoever was
     * frozen over the end of an earlier task of the session holds that one's version, and must not end this one.
     */
    static final String PUT = """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            values (:task, :instance, :due, false, """ + FIRST_VERSION + """
            )
            on conflict (task_name, task_instance) do update
            set execution_time = excluded.execution_time, version = scheduled_tasks.version + 1
            where not scheduled_tasks.picked
            """;

    private final JdbcClient jdbc;
    private final DriverSessions sessions;
    private final DeliverySettings settings;
    private final InstantSource clock;
    private final ObjectProvider<Scheduler> scheduler;

    DeliveryTasks(
            JdbcClient jdbc,
            DriverSessions sessions,
            DeliverySettings settings,
            InstantSource clock,
            ObjectProvider<Scheduler> scheduler) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.settings = settings;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /** Puts the session's task to that time. */
    void put(UUID session, Instant due) {
        jdbc.sql(PUT)
                .param("task", NAME)
                .param("instance", session.toString())
                .param("due", at(due))
                .update();
        lookSoon();
    }

    /**
     * When the session's task has to run next, with the session locked, so that a correction that commits meanwhile
     * finds either the task or its absence.
     */
    Optional<Instant> next(UUID session) {
        sessions.hold(session);
        var now = clock.instant();
        return jdbc.sql("""
                        select min(case state when 'SENDING' then :soon else next_attempt_at end)
                        from delivery d
                        where session_id = :session
                          and (state in ('SENDING', 'UNCERTAIN')
                               or (state = 'WAITING'
                                   and not exists (select from delivery ahead
                                                   where ahead.session_id = d.session_id
                                                     and ahead.state in ('SENDING', 'UNCERTAIN'))))
                        """)
                .param("session", session)
                .param("soon", at(now.plus(settings.retry())))
                .query((row, n) -> Optional.ofNullable(Columns.instantOrNull(row, "min")))
                .single();
    }

    /** Gives a task to every delivery that has something to do and none. */
    @Transactional
    public int sweep() {
        int put = jdbc.sql("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        select :task, session_id::text, min(coalesce(next_attempt_at, :now)), false, """ + FIRST_VERSION + " " + """
                        from delivery d
                        where state not in ('ACCEPTED', 'WITHDRAWN')
                          and (state in ('WAITING', 'SENDING') or (state = 'UNCERTAIN' and next_attempt_at is not null))
                          and not exists (select from scheduled_tasks
                                          where task_name = :task and task_instance = d.session_id::text)
                        group by session_id
                        on conflict do nothing
                        """)
                .param("task", NAME)
                .param("now", at(clock.instant()))
                .update();
        if (put > 0) {
            lookSoon();
        }
        return put;
    }

    /** What was held back by the gate runs at once. Rows that somebody works on are left to the sweep. */
    @EventListener
    @Transactional
    public void on(WayClear clear) {
        jdbc.sql("""
                        update scheduled_tasks t
                        set execution_time = greatest(:now, held.next_attempt_at), version = t.version + 1
                        from (
                            select task_name, task_instance, d.next_attempt_at
                            from scheduled_tasks
                            join delivery d on d.session_id = task_instance::uuid and d.state = 'WAITING'
                            where task_name = :task and not picked
                              and execution_time > greatest(:now, d.next_attempt_at)
                            for update of scheduled_tasks skip locked) held
                        where t.task_name = held.task_name and t.task_instance = held.task_instance
                        """).param("task", NAME).param("now", at(clock.instant())).update();
        lookSoon();
    }

    /** Once the current transaction has committed, instead of at the next poll. */
    void lookSoon() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
            }
        });
    }
}
