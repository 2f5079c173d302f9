package org.sessiondesk.ui.me;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.MyTokens;
import org.sessiondesk.account.PersonalToken;
import org.sessiondesk.account.TokenOutcome.Made;
import org.sessiondesk.account.TokenOutcome.Problem;
import org.sessiondesk.account.TokenOutcome.Refused;
import org.sessiondesk.account.TokenOutcome.Revoked;
import org.sessiondesk.ui.Notices;
import org.sessiondesk.ui.SiteTimes;

/** The own tokens for programs: those there are, and a new one. */
final class TokensSection extends Section {

    private static final long serialVersionUID = 1L;

    private final transient MyTokens tokens;
    private final transient SiteTimes times;
    private final transient InstantSource clock;
    private final Paragraph none = new Paragraph(t("me.token-none"));
    private final UnorderedList list = new UnorderedList();
    private final TextField name = new TextField(t("me.token-name"));
    private final DatePicker lastDay = new DatePicker(t("me.token-day"));

    TokensSection(MyTokens tokens, SiteTimes times, InstantSource clock) {
        this.tokens = tokens;
        this.times = times;
        this.clock = clock;
        addClassName("form-section");
        list.addClassName("tokens");
        list.getElement().setAttribute("aria-label", t("me.token-list"));
        name.setMaxLength(100);
        lastDay.setI18n(new DatePicker.DatePickerI18n()
                .setDateFormat("yyyy-MM-dd")
                .setBadInputErrorMessage(t("me.token-day-unreadable")));
        lastDay.setHelperText(t("me.token-day-help"));
        add(
                new H2(t("me.tokens-title")),
                new Paragraph(t("me.tokens-about")),
                none,
                list,
                name,
                lastDay,
                new Button(t("me.token-make"), _ -> make()));
        show();
    }

    private void show() {
        var all = tokens.all();
        none.setVisible(all.isEmpty());
        list.setVisible(!all.isEmpty());
        list.removeAll();
        all.forEach(token -> list.add(item(token)));
    }

    private ListItem item(PersonalToken token) {
        Span called = new Span(token.name());
        called.addClassName("person-name");
        Span when = new Span(t("me.token-made", times.day(token.madeAt())) + " · " + end(token));
        when.addClassName("quiet");
        Button revoke = new Button(t("me.token-revoke"), _ -> ask(token));
        revoke.setAriaLabel(t("me.token-revoke-of", token.name()));
        revoke.addThemeVariants(ButtonVariant.TERTIARY);
        return new ListItem(called, when, revoke);
    }

    private String end(PersonalToken token) {
        Instant until = token.until();
        if (until == null) {
            return t("me.token-no-end");
        }
        String day = times.day(until.minusMillis(1));
        return t(token.hasEnded(clock.instant()) ? "me.token-ended" : "me.token-until", day);
    }

    private void make() {
        name.setInvalid(false);
        lastDay.setInvalid(false);
        // What can't be read comes here as no day: it would be a token without end.
        if (lastDay.getDefaultValidator().apply(lastDay.getValue(), null).isError()) {
            refuseDay(t("me.token-day-unreadable"));
            return;
        }
        switch (tokens.make(name.getValue(), until(lastDay.getValue()))) {
            case Made made -> {
                name.clear();
                lastDay.clear();
                show();
                new TokenDialog(made).open();
            }
            case Refused(Problem problem) -> refuse(problem);
            case Revoked _ -> throw new IllegalStateException("what is made isn't revoked");
        }
    }

    private @Nullable Instant until(@Nullable LocalDate day) {
        return day == null ? null : day.plusDays(1).atStartOfDay(times.zone()).toInstant();
    }

    private void refuse(Problem problem) {
        String why = t("me.token-problem." + problem);
        if (problem == Problem.END_IS_PAST) {
            refuseDay(why);
        } else {
            name.setErrorMessage(why);
            name.setInvalid(true);
            name.focus();
        }
    }

    private void refuseDay(String why) {
        lastDay.setErrorMessage(why);
        lastDay.setInvalid(true);
        lastDay.focus();
    }

    private void ask(PersonalToken token) {
        ConfirmDialog dialog = new ConfirmDialog(
                t("me.token-revoke-title", token.name()),
                t("me.token-revoke-message"),
                t("me.token-revoke"),
                _ -> revoke(token));
        dialog.setCancelable(true);
        dialog.setCancelText(t("common.cancel"));
        dialog.open();
    }

    private void revoke(PersonalToken token) {
        switch (tokens.revoke(token.id())) {
            case Revoked _ -> Notices.done(t("me.token-revoked", token.name()));
            case Refused(Problem problem) -> Notices.problem(t("me.token-problem." + problem));
            case Made _ -> throw new IllegalStateException("what is revoked isn't made");
        }
        show();
    }
}
