package org.sessiondesk.ui.people;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.function.Consumer;
import org.sessiondesk.account.AccountOutcome;
import org.sessiondesk.account.AccountOutcome.HandOver;
import org.sessiondesk.account.AccountOutcome.Problem;
import org.sessiondesk.account.Accounts;
import org.sessiondesk.account.Role;

/** Asks who is to get an account. */
final class AddPersonDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient Accounts accounts;
    private final transient Consumer<HandOver> added;
    private final TextField email = new TextField(t("people.email"));
    private final TextField name = new TextField(t("people.name"));
    private final RadioButtonGroup<Role> role = new RadioButtonGroup<>(t("people.role"));

    AddPersonDialog(Accounts accounts, Consumer<HandOver> added) {
        this.accounts = accounts;
        this.added = added;
        setHeaderTitle(t("people.add"));
        email.setMaxLength(254);
        email.setAutofocus(true);
        name.setMaxLength(100);
        role.setItems(Role.values());
        role.setRenderer(new ComponentRenderer<>(AddPersonDialog::explained));
        role.setValue(Role.SUPERVISOR);
        role.addClassName("one-below-another");
        FormLayout form = new FormLayout(email, name, role);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        add(form);
        Button add = new Button(t("people.add"), _ -> save());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        // Not in the whole dialog: on a button Enter presses that one.
        add.addClickShortcut(Key.ENTER).listenOn(form);
        getFooter().add(new Button(t("common.cancel"), _ -> close()), add);
    }

    private void save() {
        email.setInvalid(false);
        name.setInvalid(false);
        switch (accounts.add(email.getValue(), name.getValue(), role.getValue())) {
            case HandOver handOver -> {
                close();
                added.accept(handOver);
            }
            case AccountOutcome.Refused(Problem problem) ->
                refuse(problem == Problem.NAME_MISSING ? name : email, problem);
            case AccountOutcome.Done _ -> throw new IllegalStateException("a new account comes with a password");
        }
    }

    private static void refuse(TextField field, Problem problem) {
        field.setErrorMessage(t("account.problem." + problem));
        field.setInvalid(true);
        field.focus();
    }

    private static Div explained(Role role) {
        Span help = new Span(t("role.help." + role));
        help.addClassName("quiet");
        Div both = new Div(new Span(t("role." + role)), help);
        both.addClassName("explained");
        return both;
    }
}
