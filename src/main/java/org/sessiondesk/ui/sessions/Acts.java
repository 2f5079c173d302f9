package org.sessiondesk.ui.sessions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.CorrectionOutcome;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.ui.sessions.edit.EditorActs;
import org.sessiondesk.worklist.SessionDetail;
import org.sessiondesk.worklist.VehicleLine;
import org.sessiondesk.worklist.Worklist;

/** What the editor may ask: the services behind it and the screen round it. */
record Acts(Worklist worklist, SessionCorrections corrections, Around around) implements EditorActs {

    @Override
    public List<CorrectionOutcome> apply(List<? extends SessionCommand> commands) {
        var outcomes = corrections.apply(commands);
        around.applied();
        return outcomes;
    }

    @Override
    public Optional<SessionDetail> detail(UUID session) {
        return worklist.detail(session);
    }

    @Override
    public VehicleLine neighbours(UUID vehicle, Instant logIn, @Nullable UUID session) {
        return worklist.neighbours(vehicle, logIn, session);
    }

    @Override
    public void open(UUID session) {
        around.open(session);
    }

    @Override
    public void openNext() {
        around.openNext();
    }

    @Override
    public void backToList() {
        around.left();
    }

    @Override
    public void editing(@Nullable UUID session) {
        around.editing(session);
    }

    @Override
    public void added(UUID session) {
        around.added(session);
    }
}
