package org.sessiondesk.ui.daycheck;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.daycheck.DayBar;
import org.sessiondesk.daycheck.DayBoard;
import org.sessiondesk.live.News;
import org.sessiondesk.ui.Notices;
import org.sessiondesk.ui.sessions.Around;
import org.sessiondesk.ui.sessions.BesideEditor;
import org.sessiondesk.ui.sessions.Editors;
import org.sessiondesk.worklist.FindingFilter;
import org.sessiondesk.worklist.SessionFilter;

/** The session's editor beside the day: a bar opens it, the address names its session, Esc closes it. */
final class DayEditor implements Around {

    private final Board board;
    private final BesideEditor editor;

    /** The screen's own part. */
    interface Board {

        /** The day as it is now. */
        DayBoard now();

        /** Shows the day anew. */
        void show();

        /** The address names this session from now on, null for none. */
        void address(@Nullable UUID session);

        /** The editor was closed: the focus goes back to the session's bar. */
        void closed(UUID session);
    }

    DayEditor(Editors editors, Board board) {
        this.board = board;
        this.editor = editors.beside(this);
    }

    Component component() {
        return editor.component();
    }

    BesideEditor editor() {
        return editor;
    }

    /** Shows what the address names. */
    void show(@Nullable UUID session) {
        if (session == null) {
            editor.close();
        } else if (!editor.show(session)) {
            Notices.problem(t("sessions.no-such"));
            editor.close();
            board.address(null);
        }
    }

    void hear(News news) {
        editor.hear(news, () -> {
            editor.close();
            board.address(null);
        });
    }

    @Override
    public void open(UUID session) {
        if (!session.equals(editor.session())) {
            editor.leaving(() -> board.address(session), () -> {});
        }
    }

    /** The next bar with something to do on it. */
    @Override
    public void openNext() {
        var bars = board.now().rows().stream()
                .flatMap(row -> row.bars().stream())
                .filter(bar -> bar.bar().here())
                .toList();
        int from = at(bars, editor.session()) + 1;
        // Once it is put right the open one stands below what isn't: from the end it goes on at the top.
        Stream.concat(bars.stream().skip(from), bars.stream().limit(from))
                .filter(bar -> bar.worst() != null || bar.bar().shift().isOpen())
                .filter(bar -> !bar.session().id().equals(editor.session()))
                .findFirst()
                .ifPresentOrElse(
                        bar -> {
                            board.address(bar.session().id());
                            editor.focusWork();
                        },
                        () -> Notices.done(t("day-check.no-next")));
    }

    @Override
    public void left() {
        var session = editor.session();
        if (session != null) {
            editor.close();
            board.address(null);
            board.closed(session);
        }
    }

    @Override
    public void editing(@Nullable UUID session) {
        editor.worksOn(session);
    }

    @Override
    public void added(UUID session) {
        board.address(session);
    }

    @Override
    public void applied() {
        board.show();
    }

    /** All problems: on a day's board nobody narrowed a list. */
    @Override
    public SessionFilter list() {
        return SessionFilter.ALL.finding(FindingFilter.ANY);
    }

    private static int at(List<DayBar> bars, @Nullable UUID session) {
        for (int at = 0; at < bars.size(); at++) {
            if (bars.get(at).session().id().equals(session)) {
                return at;
            }
        }
        return -1;
    }
}
