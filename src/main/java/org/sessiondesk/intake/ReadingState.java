package org.sessiondesk.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.Limits;

/**
 * How the reading from OnTime stands.
 *
 * @param wanted false where the site's settings say that nothing is read
 * @param progress of the reading under way; null between two
 * @param lastRead when the last reading ended; null before the first
 * @param next when the next list is due; null while nothing was read
 * @param waiting what keeps readers waiting now; null if nothing does
 * @param stops the kinds that can't be read
 * @param limits calls left, by OnTime's headers
 */
public record ReadingState(
        boolean wanted,
        @Nullable Progress progress,
        @Nullable Instant lastRead,
        @Nullable Instant next,
        @Nullable Wait waiting,
        List<Stop> stops,
        Counts counts,
        @Nullable Limits limits) {

    /**
     * How far a reading is.
     *
     * @param done sessions read of it
     * @param total sessions known to belong to it
     * @param ends about when, at the pace we keep; null when that is within half a minute
     */
    public record Progress(
            int done, int total, Instant started, @Nullable Instant ends) {}

    /**
     * What keeps readers waiting.
     *
     * @param words OnTime's or the network's, as text; empty where the reason says all
     * @param until when it is tried again; null if that isn't known
     */
    public record Wait(
            WaitReason reason,
            String words,
            Instant since,
            @Nullable Instant until) {}

    /** Why readers wait. */
    public enum WaitReason {
        /** The key is missing or refused. */
        KEY,
        /** Address or company ID look wrong. */
        ADDRESS,
        /** OnTime's limit is reached. */
        LIMIT_REACHED,
        /** Under a tenth of the calls is left, kept for corrections. */
        FEW_CALLS_LEFT,
        /** OnTime doesn't answer, or with faults of its own. */
        UNREACHABLE
    }

    /** A kind of record that can't be read for now. */
    public record Stop(ReadingKind kind, StopReason reason, String words, Instant since, Instant triesAgain) {}

    /** Why a kind can't be read. */
    public enum StopReason {
        /** Our key may not; to be allowed in OnTime's Management Suite. */
        FORBIDDEN,
        /** OnTime has no such list: address or company ID look wrong, or this OnTime doesn't know the call. */
        NOT_THERE,
        /** What came is no such list. */
        MALFORMED
    }

    /**
     * What is known by now.
     *
     * @param gone named by a list once, and not there when asked for
     * @param unreadable answered with something that is no such record
     */
    public record Counts(int sessions, int users, int vehicles, int gone, int unreadable) {}
}
