package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.CorrectionOutcome.FieldProblem;
import org.sessiondesk.session.CorrectionOutcome.Invalid;
import org.sessiondesk.session.Reason;

/** Asks when, at which readings and into which vehicle a driver changed, and says what will be sent. */
final class SplitDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final SplitFields fields;
    private final ReasonChips reason = new ReasonChips(() -> {}, () -> {});
    private final Div preview = new Div();
    private final transient SplitWords words;
    private final transient Split split;

    /** Does it; empty if that was the end of it, else what is wrong with it. */
    @FunctionalInterface
    interface Split {
        Optional<Invalid> split(SplitPlan plan, Reason reason, @Nullable String note);
    }

    SplitDialog(SplitFields fields, SplitWords words, Split split) {
        this.fields = fields;
        this.words = words;
        this.split = split;
        setHeaderTitle(t("sessions.split"));
        var form = new FormLayout(fields.all());
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("22rem", 2));
        var about = new Paragraph(t(fields.isOpen() ? "sessions.split.open" : "sessions.split.about"));
        about.addClassName("quiet");
        reason.addClassName("dialog-chips");
        preview.addClassName("save-sends");
        preview.getElement().setAttribute("role", "status");
        add(about, form, reason, preview);
        var confirm = new Button(t("sessions.split.do"), _ -> confirm());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        // In the fields only: on a button Enter would do what that says, and this too.
        confirm.addClickShortcut(Key.ENTER).listenOn(form);
        getFooter().add(new Button(t("common.cancel"), _ -> close()), confirm);
        setWidth("38rem");
        fields.onTyped(this::preview);
        preview();
    }

    private void preview() {
        preview.removeAll();
        fields.readable().ifPresent(plan -> words.sends(plan).forEach(line -> preview.add(new Div(line))));
    }

    private void confirm() {
        var plan = fields.plan();
        boolean because = reason.complete();
        if (plan.isPresent() && because) {
            split.split(plan.get(), Objects.requireNonNull(reason.reason()), reason.note())
                    .ifPresentOrElse(this::refuse, this::close);
        } else {
            fields.focusFirstTrouble();
        }
    }

    private void refuse(Invalid invalid) {
        for (FieldProblem problem : invalid.problems().reversed()) {
            String why = t("sessions.problem." + problem.problem());
            if (!fields.refuse(problem.field(), why)) {
                reason.refuse(problem.field(), why);
            }
        }
    }
}
