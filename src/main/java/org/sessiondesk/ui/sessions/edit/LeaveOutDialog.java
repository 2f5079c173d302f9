package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.Reason;

/** Why a session is left out of totals, and what is to be done in OnTime by hand. */
final class LeaveOutDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NOTE = 2_000;

    private final RadioButtonGroup<Reason> reason = new RadioButtonGroup<>(t("sessions.reason"));
    private final TextArea note = new TextArea(t("sessions.note"));

    LeaveOutDialog(BiConsumer<Reason, @Nullable String> leaveOut) {
        setHeaderTitle(t("sessions.leave-out"));
        reason.setItems(Reason.OF_LEAVING_OUT);
        reason.setItemLabelGenerator(each -> t("sessions.reason." + each));
        reason.setRequiredIndicatorVisible(true);
        reason.addClassNames("chips", "dialog-chips");
        reason.addValueChangeListener(event -> {
            reason.setInvalid(false);
            note.setInvalid(false);
            note.setRequiredIndicatorVisible(event.getValue() == Reason.OTHER);
        });
        note.setMaxLength(LONGEST_NOTE);
        note.setWidthFull();
        note.addValueChangeListener(_ -> note.setInvalid(false));
        var form = new Div(reason, note);
        form.addClassName("problem-form");
        add(new Paragraph(t("sessions.leave-out.here")), new Paragraph(t("sessions.leave-out.there")), form);
        var confirm = new Button(t("sessions.leave-out"), _ -> confirm(leaveOut));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        // In the form only: on a button Enter would do what that says, and this too.
        confirm.addClickShortcut(Key.ENTER).listenOn(reason);
        getFooter().add(new Button(t("common.cancel"), _ -> close()), confirm);
        setWidth("28rem");
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                reason.getElement().callJsFunction("focus");
            }
        });
    }

    private void confirm(BiConsumer<Reason, @Nullable String> leaveOut) {
        var why = reason.getValue();
        if (why == null) {
            reason.setErrorMessage(t("sessions.trouble.reason"));
            reason.setInvalid(true);
            reason.getElement().callJsFunction("focus");
        } else if (why == Reason.OTHER && note.getValue().isBlank()) {
            note.setErrorMessage(t("sessions.trouble.note"));
            note.setInvalid(true);
            note.focus();
        } else {
            close();
            leaveOut.accept(why, note.getValue().isBlank() ? null : note.getValue());
        }
    }
}
