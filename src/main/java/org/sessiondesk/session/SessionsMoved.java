package org.sessiondesk.session;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sessions stand in the lines of their vehicles and drivers otherwise than before. Published in the transaction that
 * made it so, whichever door it came through.
 */
public record SessionsMoved(List<Move> moves) {

    /**
     * One session.
     *
     * @param before null if it stood in no line: it is new, OnTime didn't have it, or it was left out of totals
     * @param after null if it stands in none any more: it was discarded, left out of totals, or it vanished
     */
    public record Move(
            UUID session,
            @Nullable SessionValues before,
            @Nullable SessionValues after) {}

    public SessionsMoved {
        moves = List.copyOf(moves);
    }
}
