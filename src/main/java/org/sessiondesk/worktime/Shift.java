package org.sessiondesk.worktime;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One session as a day counts it.
 *
 * @param kind as what its person was logged in
 * @param logOut absent while it is open; one before the log-in tells no time either
 * @param distance what counts of it; absent where not recorded
 * @param counts whether it is in totals; one that isn't is only shown
 */
public record Shift(
        UUID session,
        Kind kind,
        Instant logIn,
        @Nullable Instant logOut,
        @Nullable Long distance,
        boolean counts) {

    /** One that counts. */
    public Shift(UUID session, Kind kind, Instant logIn, @Nullable Instant logOut, @Nullable Long distance) {
        this(session, kind, logIn, logOut, distance, true);
    }

    /** Beyond so many of the site's units, and below none, a distance is a mistaken reading: no total counts it. */
    public static final int FARTHEST = 500;

    /** As what somebody is logged in. Where both overlap, it is a driver's time. */
    public enum Kind {
        DRIVER,
        DISPATCHER
    }

    /** Whether nobody has logged out of it yet. */
    public boolean isOpen() {
        return logOut == null;
    }

    /** From log-in to log-out; absent while that isn't known. */
    @Nullable
    Span time() {
        return logOut == null || logOut.isBefore(logIn) ? null : new Span(logIn, logOut);
    }
}
