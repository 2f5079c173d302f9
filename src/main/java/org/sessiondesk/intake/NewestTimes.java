package org.sessiondesk.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The times of the newest session read, in OnTime's own words and read both ways, so that a person sees which is right.
 *
 * @param logOut null while the session is open
 */
public record NewestTimes(
        UUID ontimeId, Time logIn, @Nullable Time logOut) {

    /**
     * One time.
     *
     * @param text as OnTime wrote it
     * @param asUtc what it means where times without a mark are UTC
     * @param asSite what it means where they are the site's; the same as {@code asUtc} where the text carries a mark
     */
    public record Time(String text, Instant asUtc, Instant asSite) {

        /** Whether the text says itself which zone it is in. */
        public boolean marked() {
            return asUtc.equals(asSite);
        }
    }
}
