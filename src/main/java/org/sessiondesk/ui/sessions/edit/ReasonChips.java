package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.Reason;

/** Why: a radio group drawn as chips, and a note that only Other asks for. */
final class ReasonChips extends Div {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NOTE = 2_000;

    private final RadioButtonGroup<Reason> reasons = new RadioButtonGroup<>();
    private final TextArea note = new TextArea(t("sessions.note"));

    /**
     * @param begun a person began to work here
     * @param changed a reason was chosen, or a note written, by whomever
     */
    ReasonChips(Runnable begun, Runnable changed) {
        addClassName("reason");
        reasons.setLabel(t("sessions.reason"));
        reasons.setItems(Reason.OF_CORRECTIONS);
        reasons.setItemLabelGenerator(reason -> t("sessions.reason." + reason));
        reasons.addClassName("chips");
        reasons.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                begun.run();
            }
            note.setRequiredIndicatorVisible(reasons.getValue() == Reason.OTHER);
            reasons.setInvalid(false);
            note.setInvalid(false);
            changed.run();
        });
        note.setMaxLength(LONGEST_NOTE);
        note.setMinRows(1);
        note.setMaxRows(4);
        note.setWidthFull();
        note.setValueChangeMode(ValueChangeMode.LAZY);
        note.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                begun.run();
            }
            note.setInvalid(false);
            changed.run();
        });
        add(reasons, note);
    }

    @Nullable
    Reason reason() {
        return reasons.getValue();
    }

    /** What was typed; null for nothing. */
    @Nullable
    String note() {
        return note.getValue().isBlank() ? null : note.getValue().strip();
    }

    boolean typed() {
        return reason() != null || note() != null;
    }

    void clear() {
        reasons.clear();
        note.clear();
        reasons.setInvalid(false);
        note.setInvalid(false);
    }

    /** Chooses a reason; a person may choose another. */
    void choose(Reason reason) {
        reasons.setValue(reason);
    }

    void setReadOnly(boolean readOnly) {
        setVisible(!readOnly);
    }

    /** Says at the fields what a save still needs; whether nothing is needed. */
    boolean complete() {
        boolean reasonMissing = reason() == null;
        boolean noteMissing = reason() == Reason.OTHER && note() == null;
        reasons.setErrorMessage(t("sessions.trouble.reason"));
        reasons.setInvalid(reasonMissing);
        note.setErrorMessage(t("sessions.trouble.note"));
        note.setInvalid(noteMissing);
        if (reasonMissing) {
            reasons.getElement().callJsFunction("focus");
        } else if (noteMissing) {
            note.focus();
        }
        return !reasonMissing && !noteMissing;
    }

    void refuse(String field, String words) {
        if (field.equals("NOTE")) {
            note.setErrorMessage(words);
            note.setInvalid(true);
        } else {
            reasons.setErrorMessage(words);
            reasons.setInvalid(true);
        }
    }
}
