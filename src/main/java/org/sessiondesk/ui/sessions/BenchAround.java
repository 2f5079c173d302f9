package org.sessiondesk.ui.sessions;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.worklist.SessionFilter;

/** The list round the editor. What was saved comes to it as news. */
record BenchAround(SessionsView view, Bench bench) implements Around {

    @Override
    public void open(UUID session) {
        view.choose(session);
    }

    @Override
    public void openNext() {
        view.chooseNext();
    }

    @Override
    public void left() {
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

    @Override
    public void applied() {
        // The news of it does.
    }

    @Override
    public SessionFilter list() {
        return bench.filter();
    }
}
