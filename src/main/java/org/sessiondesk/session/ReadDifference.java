package org.sessiondesk.session;

import java.util.Set;
import java.util.UUID;

/** A session that was otherwise here than in OnTime when its record came, and in which fields. */
public record ReadDifference(UUID ontimeId, UUID session, Why why, Set<SessionField> fields) {

    /** How that comes. */
    public enum Why {
        /** It was changed there, and is so here, too, now. */
        CHANGED_IN_ONTIME,
        /** It was corrected here and OnTime hasn't taken that yet. */
        OURS_WAITS,
        /** Both: it was changed there while ours waits, which stands. */
        CHANGED_WHILE_OURS_WAITS,
        /** It was changed there, and waits for a person: its day is settled here. */
        DAY_SETTLED
    }
}
