package org.sessiondesk.ui.setup;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.sessiondesk.account.AccountOutcome.Done;
import org.sessiondesk.account.AccountOutcome.HandOver;
import org.sessiondesk.account.AccountOutcome.Problem;
import org.sessiondesk.account.AccountOutcome.Refused;
import org.sessiondesk.account.FirstAdministrator;
import org.sessiondesk.ui.Notices;

/** Asks for the first administrator. */
final class FirstAdministratorForm extends Div {

    private static final long serialVersionUID = 1L;

    private final transient FirstAdministrator firstAdministrator;
    private final String secret;
    private final transient Consumer<Done> created;
    private final TextField email = new TextField(t("login.email"));
    private final TextField name = new TextField(t("me.name"));
    private final PasswordField password = new PasswordField(t("login.password"));

    FirstAdministratorForm(FirstAdministrator firstAdministrator, String secret, Consumer<Done> created) {
        this.firstAdministrator = firstAdministrator;
        this.secret = secret;
        this.created = created;
        addClassName("form-section");
        email.setAutofocus(true);
        email.getElement().setAttribute("autocomplete", "username");
        name.getElement().setAttribute("autocomplete", "name");
        password.getElement().setAttribute("autocomplete", "new-password");
        password.setHelperText(t("me.password-rule"));
        Button create = new Button(t("setup.create"), _ -> create());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClickShortcut(Key.ENTER).listenOn(email, name, password);
        add(new Paragraph(t("setup.first")), email, name, password, create);
    }

    private void create() {
        email.setInvalid(false);
        name.setInvalid(false);
        password.setInvalid(false);
        switch (firstAdministrator.create(secret, email.getValue(), name.getValue(), password.getValue())) {
            case Done done -> created.accept(done);
            case Refused(Problem problem) -> refuse(problem);
            case HandOver _ -> throw new IllegalStateException("the first administrator chose the password");
        }
    }

    private void refuse(Problem problem) {
        String words = t("account.problem." + problem);
        switch (problem) {
            case EMAIL_UNREADABLE, EMAIL_TAKEN -> mark(email, words);
            case NAME_MISSING -> mark(name, words);
            case PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_TOO_EASY -> mark(password, words);
            default -> Notices.problem(words);
        }
    }

    private static void mark(HasValidationProperties field, String words) {
        field.setErrorMessage(words);
        field.setInvalid(true);
    }
}
