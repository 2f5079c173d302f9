package org.sessiondesk.ui.sessions;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.intake.ReadNow;
import org.sessiondesk.live.News;
import org.sessiondesk.ui.sessions.edit.SessionEditor;
import org.sessiondesk.worklist.Worklist;

/** The session's editor beside another screen's own: opened and closed by that screen, and kept as things are now. */
public final class BesideEditor {

    private final SessionEditor editor;
    private final Worklist worklist;
    private final ReadNow readNow;
    private final Editing editing;
    private final UUID self;
    private final UUID tab = UUID.randomUUID();

    BesideEditor(SessionEditor editor, Worklist worklist, ReadNow readNow, Editing editing, UUID self) {
        this.editor = editor;
        this.worklist = worklist;
        this.readNow = readNow;
        this.editing = editing;
        this.self = self;
    }

    public Component component() {
        return editor;
    }

    /** The session that is open; null for none. */
    public @Nullable UUID session() {
        return editor.session();
    }

    /** Shows a session; whether there is one. */
    public boolean show(UUID session) {
        var detail = worklist.detail(session);
        detail.ifPresent(now -> {
            if (session.equals(editor.session())) {
                editor.update(now);
            } else {
                worksOn(null);
                editor.show(now);
                // So that a conflict is seen before the typing.
                readNow.readNow(session);
            }
            showOthers();
        });
        return detail.isPresent();
    }

    /** Puts the cursor where the work is. */
    public void focusWork() {
        editor.focusWork();
    }

    public void close() {
        if (editor.session() != null) {
            editor.close();
        }
    }

    /** Whether something was typed that a save would keep. */
    public boolean dirty() {
        return editor.dirty();
    }

    /** Does it at once if nothing was typed, else after asking. */
    public void leaving(Runnable onward, Runnable stay) {
        editor.leaving(onward, stay);
    }

    /** @param gone the open session is there no more */
    public void hear(News news, Runnable gone) {
        var open = editor.session();
        if (open == null) {
            return;
        }
        switch (news.topic()) {
            case SESSION -> {
                if (news.concerns(open)) {
                    worklist.detail(open).ifPresentOrElse(editor::update, gone);
                }
                editor.refreshSaved(news::concerns);
            }
            case FINDING -> editor.refreshProblems();
            case SIGN_OFF, PAY_EXPORT -> editor.refreshSettled();
            case PRESENCE -> showOthers();
            default -> {
                // Nothing of the open session.
            }
        }
    }

    /** This tab's person works on a session now; null for on none. */
    public void worksOn(@Nullable UUID session) {
        editing.at(tab, self, session);
    }

    private void showOthers() {
        var open = editor.session();
        if (open != null) {
            editor.showOthers(editing.others(List.of(open), self).get(open));
        }
    }
}
