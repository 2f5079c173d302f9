package org.sessiondesk.session;

import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionText;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door through which a delivery tells a driver session what became of it. Not for people: it carries no right, and
 * no screen reaches it. All methods lock the session and belong into the delivery's own transaction, which also records
 * in the trail what became of it.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class SessionConfirmations {

    private final Sessions sessions;
    private final SessionLocks locks;
    private final ApplicationEventPublisher events;
    private final EntityManager entities;
    private final UserSessionText texts;
    private final ChangesInOnTime changes;
    private final LateArrivals lateArrivals;
    private final AuditTrail trail;
    private final InstantSource clock;

    SessionConfirmations(
            Sessions sessions,
            SessionLocks locks,
            ApplicationEventPublisher events,
            EntityManager entities,
            UserSessionText texts,
            ChangesInOnTime changes,
            LateArrivals lateArrivals,
            AuditTrail trail,
            InstantSource clock) {
        this.sessions = sessions;
        this.locks = locks;
        this.events = events;
        this.entities = entities;
        this.texts = texts;
        this.changes = changes;
        this.lateArrivals = lateArrivals;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * OnTime took an update.
     *
     * @param sentVersion the session's version whose values were sent
     * @param remote what OnTime returned, stored as its last-known record; the portal's values stay
     * @return whether OnTime returned other values than the portal has, while those are the ones sent
     */
    public boolean accepted(UUID session, long sentVersion, UserSession remote) {
        var row = locked(session);
        backIfVanished(row);
        row.remember(remote, clock.instant());
        var sent = row.values().toWire().writtenOver(remote.values());
        boolean differs = row.version() == sentVersion
                && !remote.values().differences(sent).isEmpty();
        events.publishEvent(new SessionConfirmed(session, sentVersion, differs));
        return differs;
    }

    /**
     * OnTime took a create and gave it this ID. A session that a reading had meanwhile taken in under the ID, and that
     * nobody has touched, gives way, and the trail says so; that it is the same one was looked at before.
     *
     * @throws IllegalStateException if another session of ours stands under the ID and was corrected since
     */
    public boolean created(UUID session, UUID ontimeId, UserSession remote, long sentVersion) {
        var other = sessions.findByOntimeId(ontimeId).map(SessionRow::id).filter(id -> !id.equals(session));
        var rows = locks.all(other.map(id -> List.of(session, id)).orElseGet(() -> List.of(session)));
        for (var row : rows) {
            if (!row.id().equals(session)) {
                var moves = new Moves();
                var inLine = row.inLine();
                row.giveWay();
                lateArrivals.gaveWay(ontimeId, row);
                trail.record(ReadingFacts.joined(row.id(), session, ontimeId));
                moves.add(row, inLine);
                moves.tell(events);
            }
        }
        entities.flush();
        rows.stream().filter(row -> row.id().equals(session)).forEach(row -> row.identify(ontimeId));
        return accepted(session, sentVersion, remote);
    }

    /** A read before sending brought OnTime's newest record; only that is stored, and what changed there is told. */
    public void lastKnown(UUID session, UserSession remote) {
        var row = locked(session);
        var held = ReadingFacts.held(row.id(), changes.of(row, remote));
        if (!held.isEmpty()) {
            trail.record(ReadingFacts.fact(ReadingFacts.ofOnTime(), List.of(row.id()), 0, 0, 1, held));
        }
        backIfVanished(row);
        row.readAgain(remote, row.lastKnown(texts), clock.instant());
    }

    private void backIfVanished(SessionRow row) {
        if (row.vanished()) {
            var moves = new Moves();
            row.reappear();
            lateArrivals.back(row);
            moves.add(row, null);
            moves.tell(events);
            trail.record(ReadingFacts.reappeared(List.of(row.id())));
        }
    }

    private SessionRow locked(UUID session) {
        return locks.one(session).orElseThrow(() -> new IllegalArgumentException("no session " + session));
    }
}
