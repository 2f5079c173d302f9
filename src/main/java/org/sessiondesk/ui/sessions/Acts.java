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

/** What the editor may ask: the services behind it and the screen round it. */
record Acts(Bench bench, SessionCorrections corrections, SessionsView view) implements EditorActs {

    @Override
    public CorrectionOutcome apply(SessionCommand command) {
        return corrections.apply(List.of(command)).getFirst();
    }

    @Override
    public Optional<SessionDetail> detail(UUID session) {
        return bench.find(session);
    }

    @Override
    public VehicleLine neighbours(UUID vehicle, Instant logIn, @Nullable UUID session) {
        return bench.neighbours(vehicle, logIn, session);
    }

    @Override
    public void open(UUID session) {
        view.choose(session);
    }

    @Override
    public void openNext() {
        view.chooseNext();
    }

    @Override
    public void backToList() {
        view.backToList();
    }

    @Override
    public void editing(@Nullable UUID session) {
        view.editing(session);
    }

    @Override
    public void added(UUID session) {
        view.address(session);
    }
}
