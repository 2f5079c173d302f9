package org.sessiondesk.session;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Locks the rows of driver sessions: whoever changes one locks it first, by id, as the first lock of his transaction. */
@Component
class SessionLocks {

    private final EntityManager entities;
    private final Sessions sessions;

    SessionLocks(EntityManager entities, Sessions sessions) {
        this.entities = entities;
        this.sessions = sessions;
    }

    /** By its key, which asks the database only if the transaction hasn't locked it yet. */
    Optional<SessionRow> one(UUID id) {
        // A query that locks goes through the repository's proxies and a translation: a third of a correction's CPU
        // time.
        return Optional.ofNullable(entities.find(SessionRow.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Those of them that there are, in the order of their ids. */
    List<SessionRow> all(Collection<UUID> ids) {
        return ids.size() == 1 ? one(ids.iterator().next()).stream().toList() : sessions.lockAll(ids);
    }
}
