package org.sessiondesk.session;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.audit.Actor;

/** Asked by a reading, with the rows of its sessions locked: what it brings for settled days waits for a person. */
public interface SignedDays {

    /**
     * What a reading brings for one session.
     *
     * @param session null for one that isn't known here yet
     * @param before its values here; equal to {@code theirs} for one that isn't known
     */
    record Brought(UUID ontimeId, @Nullable UUID session, SessionValues before, SessionValues theirs) {}

    /**
     * A change that isn't taken over.
     *
     * @param theirs OnTime's values; of a session that is gone those it has here
     */
    record LateChange(UUID session, Kind kind, SessionValues before, SessionValues theirs) {}

    /** What changed there. */
    enum Kind {
        /** Other values. */
        CHANGED,
        /** A session that nobody knew, or that is back; it is taken in, and in no signed total until a person decides. */
        NEW,
        /** OnTime doesn't have it any more. */
        GONE
    }

    /**
     * What of a reading bears upon settled days, by OnTime ID.
     *
     * @param late all that does
     * @param signed those of them that a person signed a day with
     */
    record Settled(Set<UUID> late, Set<UUID> signed) {

        /** None. */
        public static final Settled NOTHING = new Settled(Set.of(), Set.of());
    }

    /** Which these are; nobody settles or opens any of these days until the transaction ends. */
    Settled settled(Collection<Brought> brought);

    /**
     * Keeps these for a person, each unless it was decided before that the very same stays out.
     *
     * @param by who brought them: OnTime, or a person with a file
     */
    void keep(Collection<LateChange> late, Actor by);

    /** These sessions are here as in OnTime by now: nothing of them waits for a person any more. */
    void same(Collection<UUID> sessions);

    /** These aren't sessions any more: nothing of them waits either. */
    void over(Collection<UUID> sessions);
}
