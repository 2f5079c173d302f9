package org.sessiondesk.ui.people;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.sessiondesk.account.AccountOutcome.HandOver;
import org.sessiondesk.account.Accounts;

/** Shows a password once, for handing over. */
final class HandOverDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    HandOverDialog(HandOver handOver) {
        setHeaderTitle(t("people.hand-over.title", handOver.person().name()));
        setCloseOnOutsideClick(false);
        TextField password = new TextField(t("people.hand-over.password"));
        password.setValue(handOver.password());
        password.setReadOnly(true);
        password.addClassName("secret");
        password.setWidthFull();
        Button close = new Button(t("people.hand-over.close"), _ -> close());
        close.addThemeVariants(ButtonVariant.PRIMARY);
        close.setAutofocus(true);
        add(
                new Paragraph(t(
                        "people.hand-over.message",
                        handOver.person().email(),
                        Accounts.INITIAL_PASSWORD_LASTS.toDays())),
                password);
        getFooter().add(close);
    }
}
