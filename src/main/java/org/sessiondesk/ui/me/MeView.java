package org.sessiondesk.ui.me;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.InstantSource;
import org.sessiondesk.account.AccountOutcome;
import org.sessiondesk.account.ColourScheme;
import org.sessiondesk.account.MyAccount;
import org.sessiondesk.account.MyTokens;
import org.sessiondesk.account.Person;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.ui.Colours;
import org.sessiondesk.ui.Notices;
import org.sessiondesk.ui.SiteTimes;

/** The own name, password, tokens for programs, colours and keys. */
@Route("me")
@PermitAll
public class MeView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient MyAccount myAccount;
    private final transient MyTokens myTokens;

    MeView(MyAccount myAccount, MyTokens myTokens, SiteTimes times, InstantSource clock) {
        this.myAccount = myAccount;
        this.myTokens = myTokens;
        addClassNames("screen", "narrow-screen");
        Person me = SignedIn.now();
        add(new H1(t("me.title")), new Paragraph(t("me.who", me.email(), t("role." + me.role()))));
        if (isInitial()) {
            Paragraph first = new Paragraph(t("me.initial"));
            first.addClassName("callout");
            add(first, password());
        } else {
            add(name(me), password(), new TokensSection(myTokens, times, clock), colours(), keys());
        }
    }

    @Override
    public String getPageTitle() {
        return t("common.title", t("me.title"));
    }

    private static boolean isInitial() {
        return SignedIn.current().map(SignedIn::hasInitialPassword).orElse(false);
    }

    private boolean hasTokens() {
        return !isInitial() && !myTokens.all().isEmpty();
    }

    private Section name(Person me) {
        TextField name = new TextField(t("me.name"));
        name.setValue(me.name());
        name.setMaxLength(100);
        Button save = new Button(t("me.save-name"), _ -> {
            switch (myAccount.rename(name.getValue())) {
                case AccountOutcome.Refused(AccountOutcome.Problem problem) -> {
                    name.setErrorMessage(t("account.problem." + problem));
                    name.setInvalid(true);
                }
                case AccountOutcome.Done(Person person) -> {
                    name.setInvalid(false);
                    name.setValue(person.name());
                    Notices.done(t("me.name-saved"));
                }
                case AccountOutcome.HandOver _ -> throw new IllegalStateException("a name hands over no password");
            }
        });
        return section(t("me.name-title"), name, save);
    }

    private Section password() {
        PasswordField current = new PasswordField(t("me.current"));
        PasswordField chosen = new PasswordField(t("me.chosen"));
        chosen.setHelperText(t("me.password-rule"));
        PasswordField again = new PasswordField(t("me.again"));
        current.getElement().setAttribute("autocomplete", "current-password");
        chosen.getElement().setAttribute("autocomplete", "new-password");
        again.getElement().setAttribute("autocomplete", "new-password");
        Button save = new Button(t("me.save-password"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(_ -> {
            current.setInvalid(false);
            chosen.setInvalid(false);
            again.setInvalid(false);
            if (!chosen.getValue().equals(again.getValue())) {
                refuse(again, t("me.differ"));
                return;
            }
            String done = t(hasTokens() ? "me.password-saved-tokens" : "me.password-saved");
            switch (myAccount.changePassword(current.getValue(), chosen.getValue())) {
                case AccountOutcome.Refused(AccountOutcome.Problem problem) ->
                    refuse(
                            switch (problem) {
                                case PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_TOO_EASY -> chosen;
                                default -> current;
                            },
                            t("account.problem." + problem));
                case AccountOutcome.Done _ -> changed(done);
                case AccountOutcome.HandOver _ -> throw new IllegalStateException("an own password isn't handed over");
            }
        });
        Section section = section(t("me.password-title"), current, chosen, again, save);
        if (hasTokens()) {
            section.addComponentAtIndex(1, new Paragraph(t("me.password-tokens")));
        }
        return section;
    }

    private void changed(String done) {
        Notices.done(done);
        getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
    }

    private static void refuse(PasswordField field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
        field.focus();
    }

    private Section colours() {
        RadioButtonGroup<ColourScheme> choice = new RadioButtonGroup<>(t("me.colours"));
        choice.setItems(ColourScheme.values());
        choice.setItemLabelGenerator(scheme -> t("colours." + scheme));
        choice.setValue(Colours.current());
        choice.addValueChangeListener(change -> {
            myAccount.prefer(mine -> mine.in(change.getValue()));
            getUI().ifPresent(ui -> Colours.apply(ui, change.getValue()));
        });
        return section(t("me.colours-title"), choice);
    }

    private Section keys() {
        Checkbox heard = new Checkbox(t("me.sign-keys"));
        heard.setValue(Colours.preferences().signKeys());
        heard.addValueChangeListener(change -> {
            myAccount.prefer(mine -> mine.withSignKeys(change.getValue()));
            Notices.done(t(change.getValue() ? "me.sign-keys.on" : "me.sign-keys.off"));
        });
        return section(t("me.keys-title"), heard, new Paragraph(t("me.sign-keys-why")));
    }

    private static Section section(String title, com.vaadin.flow.component.Component... content) {
        Section section = new Section(new H2(title));
        section.addClassName("form-section");
        section.add(content);
        return section;
    }
}
