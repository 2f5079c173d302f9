package org.sessiondesk.session;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.sessiondesk.ontime.UserSessionText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looks up single sessions, for rooms above that work on nobody's order; screens read through the work list. */
@Service
public class DriverSessions {

    private final Sessions sessions;
    private final SessionLocks locks;
    private final UserSessionText texts;
    private final TakingBack takingBack;

    DriverSessions(Sessions sessions, SessionLocks locks, UserSessionText texts, TakingBack takingBack) {
        this.sessions = sessions;
        this.locks = locks;
        this.texts = texts;
        this.takingBack = takingBack;
    }

    /** The session as it is now, discarded ones included. */
    @Transactional(readOnly = true)
    public Optional<DriverSession> find(UUID id) {
        return sessions.findById(id).map(row -> row.toSession(texts));
    }

    /** The session of this OnTime ID. */
    @Transactional(readOnly = true)
    public Optional<DriverSession> findByOntimeId(UUID ontimeId) {
        return sessions.findByOntimeId(ontimeId).map(row -> row.toSession(texts));
    }

    /** What can be taken back of it. */
    @Transactional(readOnly = true)
    public TakeBacks takeBacks(UUID id) {
        return sessions.findById(id).map(takingBack::possible).orElse(TakeBacks.NONE);
    }

    /** As {@link #find}, and nobody else changes it until the current transaction ends: its first lock. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<DriverSession> lock(UUID id) {
        return locks.one(id).map(row -> row.toSession(texts));
    }

    /** As {@link #lock}, for whoever needs nothing of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(UUID id) {
        locks.one(id);
    }

    /** As {@link #hold}, of many at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdAll(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            locks.all(ids);
        }
    }
}
