package org.sessiondesk.ui.daycheck;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.signoff.DayToSign;

/** What couldn't be signed, one by one with the way to it; and what can be after a look, or with a reason. */
final class SignDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final UnorderedList refused = new UnorderedList();
    private final UnorderedList asked = new UnorderedList();
    private final Div ask = new Div(new Paragraph(t("day-check.sign.asked")), asked);
    private final TextField reason = new TextField(t("day-check.sign.reason"));
    private boolean needed;

    /** @param sign signs what is asked about, with the reason; absent where nothing is */
    SignDialog(String title, @Nullable Consumer<@Nullable String> sign) {
        setHeaderTitle(title);
        addClassName("sign-dialog");
        setWidth("34rem");
        reason.setWidthFull();
        reason.setMaxLength(DayToSign.LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setVisible(false);
        reason.addValueChangeListener(_ -> reason.setInvalid(false));
        refused.setVisible(false);
        ask.setVisible(false);
        add(refused, ask, reason);
        if (sign == null) {
            var close = new Button(t("common.close"), _ -> close());
            close.setAutofocus(true);
            getFooter().add(close);
        } else {
            var confirm = new Button(t("day-check.act.sign"), _ -> confirm(sign));
            confirm.addThemeVariants(ButtonVariant.PRIMARY);
            confirm.addClickShortcut(Key.ENTER).listenOn(reason);
            confirm.setAutofocus(true);
            getFooter().add(new Button(t("day-check.sign.not-now"), _ -> close()), confirm);
        }
        addOpenedChangeListener(event -> {
            if (event.isOpened() && needed) {
                reason.focus();
            }
        });
    }

    SignDialog saying(String words) {
        addComponentAsFirst(new Paragraph("△ " + words));
        return this;
    }

    void refused(String words, String open, Runnable opens) {
        var item = new ListItem(new Span(words));
        if (!open.isEmpty()) {
            var button = new Button(t("day-check.open"), _ -> {
                close();
                opens.run();
            });
            button.setAriaLabel(open);
            button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            item.add(button);
        }
        refused.add(item);
        refused.setVisible(true);
    }

    void asked(String name, List<String> lines) {
        var item = new ListItem(new Span(name));
        lines.forEach(line -> item.add(new Div(line)));
        asked.add(item);
        ask.setVisible(true);
    }

    void needsReason(boolean needsOne) {
        needed = needsOne;
        reason.setVisible(needsOne);
    }

    private void confirm(Consumer<@Nullable String> sign) {
        if (needed && reason.getValue().isBlank()) {
            reason.setErrorMessage(t("settled.reason.missing"));
            reason.setInvalid(true);
            reason.focus();
        } else {
            close();
            sign.accept(reason.getValue().isBlank() ? null : reason.getValue());
        }
    }
}
