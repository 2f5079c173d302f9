package org.sessiondesk.ui.settled;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.sessiondesk.signoff.DayToSign;

/** Asks for the reason of an act that needs one. */
public final class ReasonDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final TextField reason = new TextField(t("settled.reason"));

    /** @param act what the button says; it hands the reason over */
    public ReasonDialog(String title, String help, String act, Consumer<String> then) {
        setHeaderTitle(title);
        reason.setWidthFull();
        reason.setMaxLength(DayToSign.LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.addValueChangeListener(_ -> reason.setInvalid(false));
        add(new Paragraph(help), reason);
        var confirm = new Button(act, _ -> confirm(then));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        // In the field only: on a button Enter would do what that says, and this too.
        confirm.addClickShortcut(Key.ENTER).listenOn(reason);
        getFooter().add(new Button(t("common.cancel"), _ -> close()), confirm);
        setWidth("28rem");
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                reason.focus();
            }
        });
    }

    private void confirm(Consumer<String> then) {
        if (reason.getValue().isBlank()) {
            reason.setErrorMessage(t("settled.reason.missing"));
            reason.setInvalid(true);
            reason.focus();
        } else {
            close();
            then.accept(reason.getValue());
        }
    }
}
