package org.sessiondesk.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a session's task finds to do. */
sealed interface Work {

    /** Nothing is due. */
    record None() implements Work {}

    /** Something was put right first; look again. */
    record LookAgain() implements Work {}

    /** An attempt has begun. */
    record Send(Attempt attempt) implements Work {}

    /**
     * A create that may have arrived is to be looked for, by user and log-in.
     *
     * @param late the ID that OnTime gave to an earlier try of it, told too late
     */
    record Find(
            UUID delivery,
            UUID session,
            long attempt,
            UUID driver,
            Instant logIn,
            @Nullable UUID late) implements Work {}
}
