package org.sessiondesk.ui.sessions.edit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.CorrectionOutcome;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.worklist.SessionDetail;
import org.sessiondesk.worklist.VehicleLine;

/** What the editor asks of the screen round it. */
public interface EditorActs {

    /** Does all of it, or nothing and says why not. */
    List<CorrectionOutcome> apply(List<? extends SessionCommand> commands);

    /** Does it, or says why not. */
    default CorrectionOutcome apply(SessionCommand command) {
        return apply(List.of(command)).getFirst();
    }

    /** The session as it is now. */
    Optional<SessionDetail> detail(UUID session);

    /** What the vehicle did before and after. */
    VehicleLine neighbours(UUID vehicle, Instant logIn, @Nullable UUID session);

    /** Shows another session. */
    void open(UUID session);

    /** Goes on with the next row. */
    void openNext();

    /** Gives the list the focus back. */
    void backToList();

    /** A person works on the session from now on, until another one is shown; null for on none. */
    void editing(@Nullable UUID session);

    /** A session that wasn't there before was saved. */
    void added(UUID session);
}
