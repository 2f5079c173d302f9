package org.sessiondesk.fleet;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session in its vehicle's line. Readings that nobody can tell are absent.
 *
 * @param driver the name; null where OnTime's record has no user
 */
public record Trip(
        UUID session,
        @Nullable String driver,
        Instant logIn,
        @Nullable Instant logOut,
        @Nullable Integer start,
        @Nullable Integer end,
        int errors,
        int warnings) {

    /** End minus start; absent while a reading is. */
    public @Nullable Integer distance() {
        return start == null || end == null ? null : end - start;
    }
}
