package org.sessiondesk.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What keeps a session from changing.
 *
 * @param by the account
 * @param first the first of the days that are settled with it, by the site's calendar
 * @param last the last of them; the same for a driver's day
 */
public record SettledBy(Kind kind, UUID by, Instant at, LocalDate first, LocalDate last) {

    /** What has to be opened first. */
    public enum Kind {
        /** A driver's day that somebody signed. */
        SIGNED_DAY,
        /** A driver's day that somebody signed, and that has hours together with the session. */
        SIGNED_NEIGHBOUR,
        /** A pay period that somebody closed. */
        CLOSED_PERIOD
    }
}
