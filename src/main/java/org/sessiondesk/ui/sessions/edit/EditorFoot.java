package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Save, Cancel and Undo, what a save would send, and what the last one did. */
final class EditorFoot extends Div {

    private static final long serialVersionUID = 1L;

    private final SavedLine savedLine = new SavedLine();
    private final Button save = new Button(t("sessions.save"));
    private final Button cancel = new Button(t("common.cancel"));
    private final Button undo = new Button(t("sessions.undo"));
    private @Nullable UUID offered;
    private @Nullable UUID undoable;

    EditorFoot(Component sends, Runnable onSave, Runnable onCancel, Runnable onUndo) {
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

    /** @param correction the one that could be taken back; none for null */
    void show(boolean editable, @Nullable UUID correction) {
        undoable = correction;
        setVisible(editable);
        if (offered != null && !offered.equals(correction)) {
            offered = null;
            savedLine.gone();
        }
        undo.setVisible(correction != null && !correction.equals(offered));
    }

    /** Says what happened, with nothing to take back. */
    void say(String words) {
        offered = null;
        savedLine.say(words);
        show(isVisible(), undoable);
    }

    /** Says that it was saved and when it leaves; here its Undo stands, not among the buttons. */
    void saved(String words, @Nullable Instant leavesAt, Instant now, UUID correction, Runnable takeBack) {
        offered = correction;
        savedLine.saved(words, leavesAt, now, takeBack);
        show(isVisible(), correction);
    }
}
