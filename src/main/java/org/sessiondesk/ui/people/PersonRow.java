package org.sessiondesk.ui.people;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import org.sessiondesk.account.Person;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;

/** One person: who, as what, and what can be done about it. */
final class PersonRow extends Div {

    private static final long serialVersionUID = 1L;

    PersonRow(Person person, AccountsView.Acts acts) {
        addClassName("person");
        setClassName("is-disabled", person.disabled());
        boolean me = SignedIn.now().id().equals(person.id());
        Span name = new Span(me ? t("people.you", person.name()) : person.name());
        name.addClassName("person-name");
        Span email = new Span(person.email());
        email.addClassName("quiet");
        Div who = new Div(name, email);
        who.addClassName("person-who");
        Span state = new Span(person.disabled() ? t("people.state.disabled") : t("people.state.active"));
        state.addClassName("person-state");
        Div buttons = new Div(reset(person, acts), enter(person, acts));
        buttons.addClassName("person-acts");
        add(who, role(person, acts), state, buttons);
    }

    private static Select<Role> role(Person person, AccountsView.Acts acts) {
        Select<Role> role = new Select<>();
        role.setItems(Role.values());
        role.setItemLabelGenerator(each -> t("role." + each));
        role.setAriaLabel(t("people.role-of", person.name()));
        role.setValue(person.role());
        role.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                acts.changeRole(person, change.getValue());
            }
        });
        return role;
    }

    private static Button reset(Person person, AccountsView.Acts acts) {
        Button reset = new Button(
                t("people.reset"),
                _ -> confirm(
                        t("people.reset.title", person.name()),
                        t("people.reset.message"),
                        t("people.reset.confirm"),
                        () -> acts.resetPassword(person)));
        reset.setAriaLabel(t("people.reset-of", person.name()));
        reset.addThemeVariants(ButtonVariant.TERTIARY);
        return reset;
    }

    private static Button enter(Person person, AccountsView.Acts acts) {
        Button button = person.disabled()
                ? new Button(t("people.enable"), _ -> acts.enable(person))
                : new Button(
                        t("people.disable"),
                        _ -> confirm(
                                t("people.disable.title", person.name()),
                                t("people.disable.message"),
                                t("people.disable"),
                                () -> acts.disable(person)));
        button.setAriaLabel(t(person.disabled() ? "people.enable-of" : "people.disable-of", person.name()));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private static void confirm(String title, String message, String act, Runnable confirmed) {
        ConfirmDialog dialog = new ConfirmDialog(title, message, act, _ -> confirmed.run());
        dialog.setCancelable(true);
        dialog.setCancelText(t("common.cancel"));
        dialog.open();
    }
}
