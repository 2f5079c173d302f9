package org.sessiondesk.delivery;

import static org.sessiondesk.delivery.Columns.at;
import static org.sessiondesk.delivery.Columns.text;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.Exchange;
import org.sessiondesk.session.SessionValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes attempts: begun, frozen, finished, each in its own commit. */
@Component
class AttemptRows {

    /**
     * Of an attempt {@code a}: it was sent, and may be stored in OnTime later than anybody would think. No answer came, or
     * one by which OnTime may still be at it: what stands before OnTime gives up sooner than OnTime does.
     */
    static final String MAY_STILL_LAND = """
            (a.request_text is not null
             and (a.outcome = 'UNKNOWN' and a.status is null or a.outcome in ('UNKNOWN', 'TRY_LATER') and a.status >= 500))""";

    private final JdbcClient jdbc;

    AttemptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What became of one attempt. */
    enum Outcome {
        ACCEPTED,
        ALREADY_THERE,
        REJECTED,
        CONFLICT,
        NOT_AUTHORISED,
        LIMIT_REACHED,
        TRY_LATER,
        UNKNOWN,
        NOT_SENT
    }

    /** An attempt whose values may still come to stand in OnTime. */
    record Landing(long id, UUID delivery, int number, long version, String body) {}

    /**
     * How things stand right before a request leaves.
     *
     * @param newest the attempt is still the newest of its delivery, and on its way
     * @param pausedUntil by OnTime's own limit
     * @param closed the gate is
     */
    record Standing(boolean newest, @Nullable Instant pausedUntil, boolean closed, Instant asked) {}

    /** What an attempt sent that may stand in OnTime although no answer said so. */
    record Unanswered(long version, String body) {}

    /**
     * Numbers a new attempt and sets its delivery SENDING.
     *
     * @param created the values of a create; null for an update
     * @return the number that grows over all attempts
     */
    long begin(DeliveryRow delivery, long version, @Nullable SessionValues created, String instance, Instant now) {
        return jdbc.sql("""
                        with begun as (
                            insert into delivery_attempt (delivery_id, n, session_version, instance, started_at)
                            values (:delivery, :n, :version, :instance, :now)
                            returning id
                        )
                        update delivery
                        set state = 'SENDING', reason = 'SENDING', words = null, next_attempt_at = null,
                            state_changed_at = :now, attempts = :n, newest_attempt = begun.id, sent_version = :version,
                            sent_driver_id = :driver, sent_log_in_at = :logIn
                        from begun
                        where delivery.id = :delivery
                        returning begun.id
                        """)
                .param("delivery", delivery.id())
                .param("n", delivery.attempts() + 1)
                .param("version", version)
                .param("instance", instance)
                .param("now", at(now))
                .param("driver", created == null ? null : created.driver())
                .param("logIn", created == null ? null : at(created.logIn()))
                .query(Long.class)
                .single();
    }

    /** Keeps what is about to be sent; false if the attempt isn't the newest any more or was given up. */
    boolean freeze(long attempt, UUID delivery, String body, Instant now) {
        return jdbc.sql("""
                                update delivery_attempt set request_text = :body, sent_at = :now
                                where id = :attempt and finished_at is null
                                  and exists (select from delivery
                                              where id = :delivery and newest_attempt = :attempt and state = 'SENDING')
                                """)
                        .param("attempt", attempt)
                        .param("delivery", delivery)
                        .param("body", body)
                        .param("now", at(now))
                        .update()
                > 0;
    }

    /** How an attempt and the gate stand. One statement: each request waits for it. */
    Standing standing(long attempt, UUID delivery, Instant now) {
        return jdbc.sql("""
                        select d.newest_attempt = :attempt and d.state = 'SENDING' as newest,
                               case when g.paused_until > :now then g.paused_until end as paused_until,
                               g.closed_why is not null as closed
                        from delivery d cross join ontime_gate g
                        where d.id = :delivery
                        """)
                .param("attempt", attempt)
                .param("delivery", delivery)
                .param("now", at(now))
                .query((row, n) -> new Standing(
                        row.getBoolean("newest"),
                        Columns.instantOrNull(row, "paused_until"),
                        row.getBoolean("closed"),
                        now))
                .single();
    }

    /** Ends an attempt. One that was given up meanwhile keeps its outcome and gets the evidence that came late. */
    void finish(long attempt, Outcome outcome, @Nullable String words, @Nullable Exchange exchange, Instant now) {
        jdbc.sql("""
                        update delivery_attempt
                        set outcome = coalesce(outcome, :outcome), finished_at = coalesce(finished_at, :now),
                            words = coalesce(words, :words), status = :status, response_text = coalesce(:response, response_text)
                        where id = :attempt
                        """)
                .param("attempt", attempt)
                .param("outcome", outcome.name())
                .param("words", text(words))
                .param("now", at(now))
                .param("status", exchange == null ? null : exchange.status())
                .param("response", exchange == null ? null : text(exchange.responseText()))
                .update();
    }

    /** The attempt's answer came after it was given up. */
    void late(long attempt, Instant now) {
        jdbc.sql("update delivery_attempt set late_at = :now where id = :attempt")
                .param("attempt", attempt)
                .param("now", at(now))
                .update();
    }

    /** Keeps what was read for an attempt. */
    void keep(long attempt, Exchange reading) {
        jdbc.sql("""
                        insert into delivery_reading (attempt_id, started_at, took_millis, path, status, response_text)
                        values (:attempt, :started, :took, :path, :status, :response)
                        """)
                .param("attempt", attempt)
                .param("started", at(reading.started()))
                .param("took", reading.took().toMillis())
                .param("path", text(reading.path()))
                .param("status", reading.status())
                .param("response", text(reading.responseText()))
                .update();
    }

    /** Ends an attempt whose worker died; says whether it may have been sent. */
    boolean giveUp(long attempt, Instant now) {
        return jdbc.sql("""
                        update delivery_attempt
                        set outcome = case when sent_at is null then 'NOT_SENT' else 'UNKNOWN' end, finished_at = :now
                        where id = :attempt and finished_at is null
                        returning sent_at is not null
                        """)
                .param("attempt", attempt)
                .param("now", at(now))
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    /**
     * What attempts for the session sent that never got an answer, or got it too late, since OnTime last had what was
     * wanted: one a version, the newest first.
     */
    List<Unanswered> unanswered(UUID session) {
        return jdbc.sql("""
                        select session_version, request_text
                        from (select distinct on (a.session_version) a.id, a.session_version, a.request_text
                              from delivery d join delivery_attempt a on a.delivery_id = d.id
                              where d.session_id = :session and a.request_text is not null
                                and a.outcome in ('UNKNOWN', 'TRY_LATER')
                                and not exists (
                                    select from delivery settled join delivery_attempt s on s.delivery_id = settled.id
                                    where settled.session_id = :session and s.outcome in ('ACCEPTED', 'ALREADY_THERE')
                                      and s.started_at > coalesce(a.late_at, a.finished_at))
                              order by a.session_version, a.id desc) versions
                        order by id desc limit 20
                        """)
                .param("session", session)
                .query((row, n) -> new Unanswered(row.getLong(1), row.getString(2)))
                .list();
    }

    /**
     * Attempts for the session sent since then that may still land in OnTime, and were never found there: one a version, the
     * newest first.
     */
    List<Landing> landings(UUID session, Instant since) {
        return jdbc.sql("""
                        select id, delivery_id, n, session_version, request_text
                        from (select distinct on (a.session_version) a.*
                              from delivery d join delivery_attempt a on a.delivery_id = d.id
                              where d.session_id = :session and a.sent_at > :since and a.landed_at is null and\s""" + MAY_STILL_LAND + """

                                and not exists (
                                    select from delivery later join delivery_attempt l on l.delivery_id = later.id
                                    where later.session_id = :session and l.outcome = 'ALREADY_THERE'
                                      and l.session_version = a.session_version and l.id > a.id)
                              order by a.session_version, a.id desc) versions
                        order by id desc limit 20
                        """)
                .param("session", session)
                .param("since", at(since))
                .query((row, n) -> new Landing(
                        row.getLong(1),
                        Columns.uuid(row, "delivery_id"),
                        row.getInt(3),
                        row.getLong(4),
                        row.getString(5)))
                .list();
    }

    /**
     * The values of these versions were found in OnTime after all: no attempt with them explains that a second time.
     *
     * @param late after newer ones had been taken there
     */
    void landed(UUID session, Collection<Long> versions, boolean late, Instant now) {
        jdbc.sql("""
                        update delivery_attempt a
                        set landed_at = :now, late_at = case when :late then coalesce(late_at, :now) else late_at end
                        from delivery d
                        where a.delivery_id = d.id and d.session_id = :session and a.session_version = any (:versions)
                          and a.landed_at is null and\s""" + MAY_STILL_LAND)
                .param("session", session)
                .param("versions", versions.toArray(Long[]::new))
                .param("late", late)
                .param("now", at(now))
                .update();
    }

    /** What the attempt sent. */
    @Nullable
    String sent(long attempt) {
        return jdbc.sql("select request_text from delivery_attempt where id = :attempt")
                .param("attempt", attempt)
                .query((row, n) -> new Body(row.getString(1)))
                .single()
                .text();
    }

    private record Body(@Nullable String text) {}
}
