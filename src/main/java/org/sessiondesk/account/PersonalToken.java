package org.sessiondesk.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something with which a person's programs read the API as that person. What it consists of is known to nobody but them.
 *
 * @param name what the person calls it
 * @param until from when on it isn't accepted any more; null where it has no end
 */
public record PersonalToken(
        UUID id, String name, Instant madeAt, @Nullable Instant until) {

    /** Whether its end is over. */
    public boolean hasEnded(Instant now) {
        return until != null && !now.isBefore(until);
    }
}
