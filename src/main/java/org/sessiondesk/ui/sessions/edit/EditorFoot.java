package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.CorrectionOutcome.Saved;
import org.sessiondesk.session.TakeBacks;
import org.sessiondesk.worklist.SessionDetail;

/** Save, Cancel and Undo, what a save would send, and what the last one did. */
final class EditorFoot extends Div {

    private static final long serialVersionUID = 1L;

    private final SavedLine savedLine = new SavedLine();
    private final Button save = new Button(t("sessions.save"));
    private final Button cancel = new Button(t("common.cancel"));
    private final Button undo = new Button(t("sessions.undo"));
    private final Runnable onUndo;
    private @Nullable UUID offered;
    private @Nullable UUID offeredOf;
    private @Nullable Runnable onRevert;
    private @Nullable UUID undoable;

    EditorFoot(Component sends, Component more, Runnable onSave, Runnable onCancel, Runnable onUndo) {
        this.onUndo = onUndo;
        addClassName("editor-foot");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setTooltipText(t("sessions.save-keys"));
        save.addClickListener(_ -> onSave.run());
        cancel.addClickListener(_ -> onCancel.run());
        undo.addClickListener(_ -> onUndo.run());
        var acts = new Div(save, cancel, undo, more);
        acts.addClassName("editor-acts");
        add(sends, savedLine, acts);
    }

    /** What was saved last can be taken back also once the next session is open; null for one that isn't saved yet. */
    void show(boolean editable, @Nullable SessionDetail open) {
        undoable = open == null ? null : open.takeBacks().undoable();
        setVisible(editable);
        if (open != null && open.session().id().equals(offeredOf)) {
            follow(open.takeBacks());
        }
        undo.setVisible(undoable != null && !undoable.equals(offered));
    }

    /** The session of which something is offered to be taken back here. */
    @Nullable
    UUID offeredOf() {
        return offered == null ? null : offeredOf;
    }

    /** What is offered may have left by now: it can still be reverted, or not even that. */
    void follow(TakeBacks now) {
        if (offered != null && !offered.equals(now.undoable())) {
            if (onRevert != null && now.revertible().contains(offered)) {
                savedLine.left(onRevert);
            } else {
                offered = null;
                savedLine.gone();
            }
        }
    }

    /** Says that something has left, and offers to revert it. */
    void left(String words, UUID session, UUID correction, Runnable revert) {
        offer(session, correction, revert);
        savedLine.say(words);
        savedLine.left(revert);
    }

    /** Puts the cursor on what takes back what was saved last. */
    void focusSaved() {
        savedLine.focusBack();
    }

    private void offer(UUID session, UUID correction, @Nullable Runnable revert) {
        offeredOf = session;
        offered = correction;
        onRevert = revert;
    }

    /** Takes back what was saved last, else what can be of the session that is open. */
    void takeBack() {
        if (!savedLine.takeBack()) {
            onUndo.run();
        }
    }

    /** Says what happened, with nothing to take back. */
    void say(String words) {
        offered = null;
        savedLine.say(words);
        undo.setVisible(undoable != null);
    }

    /** Says what was done to a whole session, and offers to take it back. */
    void done(String words, Instant now, Runnable takeBack) {
        offered = null;
        savedLine.saved(words, null, now, takeBack);
        undo.setVisible(undoable != null);
    }

    /**
     * Says that it was saved and when it leaves; here its Undo stands, not among the buttons.
     *
     * @param revert what takes it back after it left; null where that isn't offered here
     */
    void saved(
            String words,
            @Nullable Instant leavesAt,
            Instant now,
            Saved saved,
            Runnable takeBack,
            @Nullable Runnable revert) {
        offer(saved.session(), saved.correction(), revert);
        savedLine.saved(words, leavesAt, now, takeBack);
        undo.setVisible(false);
    }
}
