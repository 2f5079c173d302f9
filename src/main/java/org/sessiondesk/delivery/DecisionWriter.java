package org.sessiondesk.delivery;

import static org.sessiondesk.delivery.Columns.at;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.delivery.DeliveryDecisions.Decision;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.session.CorrectionVeto;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.DriverSessions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes what a person decided, unless it was settled meanwhile. */
@Component
class DecisionWriter {

    private final DriverSessions sessions;
    private final List<CorrectionVeto> vetoes;
    private final DeliveryRows deliveries;
    private final DuplicateRows duplicates;
    private final OnTimeIds ids;
    private final DeliveryTasks tasks;
    private final Results results;
    private final AuditTrail trail;
    private final LiveNews news;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    DecisionWriter(
            DriverSessions sessions,
            List<CorrectionVeto> vetoes,
            DeliveryRows deliveries,
            DuplicateRows duplicates,
            OnTimeIds ids,
            DeliveryTasks tasks,
            Results results,
            AuditTrail trail,
            LiveNews news,
            JdbcClient jdbc,
            InstantSource clock) {
        this.sessions = sessions;
        this.vetoes = vetoes;
        this.deliveries = deliveries;
        this.duplicates = duplicates;
        this.ids = ids;
        this.tasks = tasks;
        this.results = results;
        this.trail = trail;
        this.news = news;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who and when an uncertain create said it is, the attempt that it left with, and what that sent. */
    record Sent(
            long attempt,
            UUID driver,
            Instant logIn,
            @Nullable String body) {}

    @Transactional(readOnly = true)
    public Optional<Sent> uncertain(UUID session) {
        return jdbc.sql("""
                        select d.newest_attempt, d.sent_driver_id, d.sent_log_in_at, a.request_text
                        from delivery d join delivery_attempt a on a.id = d.newest_attempt
                        where d.session_id = :session and d.state = 'UNCERTAIN' and d.sent_log_in_at is not null
                        """)
                .param("session", session)
                .query((row, n) -> new Sent(
                        row.getLong("newest_attempt"),
                        Columns.uuid(row, "sent_driver_id"),
                        Columns.instant(row, "sent_log_in_at"),
                        row.getString("request_text")))
                .optional();
    }

    @Transactional
    public Decision arrived(UUID session, UserSession record) {
        results.lockWithHolder(session, record);
        var settled = settled(session);
        if (settled.isPresent()) {
            return settled.get();
        }
        var open = deliveries.lockOpen(session);
        var row = first(open, DeliveryState.UNCERTAIN);
        if (row.isEmpty()) {
            return new Decision.TooLate();
        }
        if (record.id() == null || !ids.isFree(record.id(), session)) {
            return new Decision.NotThis();
        }
        var person = Actor.person(SignedIn.now().id());
        var now = clock.instant();
        trail.record(Results.fact("delivery.decided", row.get(), person)
                .detail("decision", "IT_ARRIVED")
                .detail("ontimeId", record.id()));
        results.accept(
                row.get(),
                true,
                Results.sentVersion(row.get()),
                record,
                DeliveryReason.PICKED,
                first(open, DeliveryState.WAITING),
                person,
                now);
        tasks.put(session, now);
        news.tell(News.of(News.Topic.SESSION, session));
        return new Decision.Done();
    }

    @Transactional
    public Decision sendAgain(UUID session) {
        var settled = settled(session);
        if (settled.isPresent()) {
            return settled.get();
        }
        var open = deliveries.lockOpen(session);
        var row = first(open, DeliveryState.UNCERTAIN);
        if (row.isEmpty()) {
            return new Decision.TooLate();
        }
        if (row.get().reason() == DeliveryReason.LOOKING) {
            return new Decision.TooEarly();
        }
        var now = clock.instant();
        first(open, DeliveryState.WAITING).ifPresent(behind -> deliveries.fold(behind, row.get(), now));
        deliveries.change(row.get().id(), DeliveryState.WAITING, DeliveryReason.SEND_AGAIN, null, now, now);
        deliveries.startLookUpsAnew(row.get().id());
        trail.record(Results.fact(
                        "delivery.decided",
                        row.get(),
                        Actor.person(SignedIn.now().id()))
                .detail("decision", "SEND_AGAIN"));
        tasks.put(session, now);
        news.tell(News.of(News.Topic.SESSION, session));
        return new Decision.Done();
    }

    @Transactional
    public Decision hurry(UUID delivery) {
        var session = deliveries.sessionOf(delivery);
        if (session.isEmpty()) {
            return new Decision.TooLate();
        }
        sessions.lock(session.get());
        var row = deliveries.lock(delivery);
        if (row.isEmpty() || !row.get().is(DeliveryState.WAITING)) {
            return new Decision.TooLate();
        }
        var now = clock.instant();
        deliveries.nextAt(delivery, now);
        tasks.put(session.get(), now);
        news.tell(News.of(News.Topic.SESSION, session.get()));
        return new Decision.Done();
    }

    /** Those that were tried before: what is new still has its grace. Locked ones are at work already. */
    @Transactional
    public int hurryAll() {
        int hurried = jdbc.sql("""
                        update delivery set next_attempt_at = :now
                        where id in (select id from delivery
                                     where state = 'WAITING' and attempts > 0 and next_attempt_at > :now
                                     for update skip locked)
                        """).param("now", at(clock.instant())).update();
        news.tell(News.any(News.Topic.SESSION));
        return hurried;
    }

    /** A person looked at the possible duplicate in OnTime and is done with it. */
    @Transactional
    public Decision duplicateSettled(UUID session, UUID ontimeId) {
        var locked = settled(session);
        if (locked.isPresent()) {
            return locked.get();
        }
        var settled = duplicates.settle(session, ontimeId, clock.instant());
        if (settled.isEmpty()) {
            return new Decision.TooLate();
        }
        trail.record(Fact.of("delivery.decided", Actor.person(SignedIn.now().id()))
                .about("session", session)
                .about("delivery", settled.get())
                .detail("decision", "DUPLICATE_SETTLED")
                .detail("ontimeId", ontimeId));
        news.tell(News.of(News.Topic.SESSION, session));
        return new Decision.Done();
    }

    private static Optional<DeliveryRow> first(List<DeliveryRow> rows, DeliveryState state) {
        return rows.stream().filter(row -> row.is(state)).findFirst();
    }

    /** What keeps a person from deciding about it, before anybody asks OnTime. */
    @Transactional
    public Optional<Decision> locked(UUID session) {
        return settled(session);
    }

    /** Locks the session. */
    private Optional<Decision> settled(UUID session) {
        var values = sessions.lock(session).map(DriverSession::values).orElseThrow();
        return vetoes.stream()
                .flatMap(veto -> veto.against(session, values, values).stream())
                .findFirst()
                .map(Decision.Locked::new);
    }
}
