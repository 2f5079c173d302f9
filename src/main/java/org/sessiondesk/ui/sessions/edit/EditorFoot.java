package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.CorrectionOutcome.Saved;

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
    private @Nullable UUID undoable;

    EditorFoot(Component sends, Runnable onSave, Runnable onCancel, Runnable onUndo) {
        this.onUndo = onUndo;
        addClassName("editor-foot");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setTooltipText(t("sessions.save-keys"));
        save.addClickListener(_ -> onSave.run());
        cancel.addClickListener(_ -> onCancel.run());
        undo.addClickListener(_ -> onUndo.run());
        var acts = new Div(save, cancel, undo);
        acts.addClassName("editor-acts");
        add(sends, savedLine, acts);
    }

    /**
     * What was saved last can be taken back also once the next session is open.
     *
     * @param session the one that is open
     * @param correction the one that could be taken back of it; none for null
     */
    void show(boolean editable, @Nullable UUID session, @Nullable UUID correction) {
        undoable = correction;
        setVisible(editable);
        if (offered != null && !offered.equals(correction) && Objects.equals(offeredOf, session)) {
            offered = null;
            savedLine.gone();
        }
        undo.setVisible(correction != null && !correction.equals(offered));
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

    /** Says that it was saved and when it leaves; here its Undo stands, not among the buttons. */
    void saved(String words, @Nullable Instant leavesAt, Instant now, Saved saved, Runnable takeBack) {
        offered = saved.correction();
        offeredOf = saved.session();
        savedLine.saved(words, leavesAt, now, takeBack);
        undo.setVisible(false);
    }
}
