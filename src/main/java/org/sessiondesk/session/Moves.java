package org.sessiondesk.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.SessionsMoved.Move;
import org.springframework.context.ApplicationEventPublisher;

/** How sessions move in their lines within one act, to be told at its end. */
final class Moves {

    private final List<Move> moves = new ArrayList<>();

    /** @param before the row's {@link SessionRow#inLine} before the act */
    void add(SessionRow row, @Nullable SessionValues before) {
        var after = row.inLine();
        if (!Objects.equals(before, after)) {
            moves.add(new Move(row.id(), before, after));
        }
    }

    void tell(ApplicationEventPublisher events) {
        if (!moves.isEmpty()) {
            events.publishEvent(new SessionsMoved(moves));
        }
    }
}
