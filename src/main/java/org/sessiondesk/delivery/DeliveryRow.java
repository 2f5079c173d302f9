package org.sessiondesk.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delivery as stored, read under lock by whoever is about to change it. */
record DeliveryRow(
        UUID id,
        UUID session,
        DeliveryState state,
        DeliveryReason reason,
        @Nullable String baseRecord,
        Instant firstQueuedAt,
        @Nullable Instant nextAttemptAt,
        int attempts,
        int lookUps,
        @Nullable Long newestAttempt,
        @Nullable Long sentVersion,
        @Nullable UUID sentDriver,
        @Nullable Instant sentLogIn,
        boolean mayHaveArrived,
        @Nullable UUID otherOntimeId) {

    boolean is(DeliveryState wanted) {
        return state == wanted;
    }

    boolean dueAt(Instant now) {
        return nextAttemptAt != null && !nextAttemptAt.isAfter(now);
    }
}
