package org.sessiondesk.delivery;

import java.time.Instant;
import java.util.UUID;

/** What a session's task finds to do. */
sealed interface Work {

    /** Nothing is due. */
    record None() implements Work {}

    /** Something was put right first; look again. */
    record LookAgain() implements Work {}

    /** An attempt has begun. */
    record Send(Attempt attempt) implements Work {}

    /** A create that may have arrived is to be looked for, by user and log-in. */
    record Find(UUID delivery, UUID session, long attempt, UUID driver, Instant logIn) implements Work {}
}
