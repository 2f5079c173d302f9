package org.sessiondesk.ui.sessions;

import java.util.HashSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.live.News;
import org.sessiondesk.ui.sessions.edit.SessionEditor;

/** Keeps list, views and editor as they are now by what is heard, and tells the others what this tab works on. */
final class Upkeep {

    private final Bench bench;
    private final Editing editing;
    private final UUID self;
    private final FilterLine filter;
    private final ListPane list;
    private final SessionEditor editor;
    private final Runnable gone;
    private final UUID tab = UUID.randomUUID();

    /** @param gone the open session is there no more */
    Upkeep(
            Bench bench,
            Editing editing,
            UUID self,
            FilterLine filter,
            ListPane list,
            SessionEditor editor,
            Runnable gone) {
        this.bench = bench;
        this.editing = editing;
        this.self = self;
        this.filter = filter;
        this.list = list;
        this.editor = editor;
        this.gone = gone;
    }

    void hear(News news) {
        switch (news.topic()) {
            case SESSION -> sessions(news);
            case FINDING -> {
                list.hearProblems(news);
                filter.show(bench.problems());
                editor.refreshProblems();
            }
            case PRESENCE -> showEditors();
            case SIGN_OFF -> editor.refreshSettled();
            case PAY_EXPORT -> {
                list.hear(news);
                editor.refreshSettled();
            }
            case ROSTER -> list.reload();
            case CONNECTION, READING, FILE, ACCOUNT -> {}
        }
    }

    /** This tab's person works on a session now; null for on none. */
    void worksOn(@Nullable UUID session) {
        editing.at(tab, self, session);
    }

    /** Who else is at work on what is on screen. */
    void showEditors() {
        var sessions = new HashSet<>(list.loaded());
        var open = editor.session();
        if (open != null) {
            sessions.add(open);
        }
        var others = editing.others(sessions, self);
        list.showEditors(others);
        editor.showOthers(open == null ? null : others.get(open));
    }

    private void sessions(News news) {
        list.hear(news);
        filter.show(bench.views());
        var open = editor.session();
        if (open != null && news.concerns(open)) {
            bench.find(open).ifPresentOrElse(editor::update, gone);
        }
        editor.refreshSaved(news::concerns);
    }
}
