package org.sessiondesk.ui.me;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.sessiondesk.account.TokenOutcome.Made;

/** Shows a token once, for putting it into its program. */
final class TokenDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    TokenDialog(Made made) {
        setHeaderTitle(t("me.token-shown-title", made.token().name()));
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        TextField secret = new TextField(t("me.token-secret"));
        secret.setValue(made.secret());
        secret.setReadOnly(true);
        secret.setAutoselect(true);
        secret.addClassName("secret");
        secret.setWidthFull();
        Button close = new Button(t("me.token-close"), _ -> {
            // It isn't kept in the screen's state either.
            secret.clear();
            close();
        });
        close.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(t("me.token-shown")), secret);
        getFooter().add(close);
        setWidth("min(34rem, 90vw)");
    }
}
