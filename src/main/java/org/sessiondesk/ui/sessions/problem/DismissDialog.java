package org.sessiondesk.ui.sessions.problem;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.sessiondesk.finding.FindingActs;

/** Why a problem is none. */
final class DismissDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final TextArea reason = new TextArea(t("problem.dismiss.reason"));

    /** @param sentence what is dismissed */
    DismissDialog(String sentence, Consumer<String> dismiss) {
        setHeaderTitle(t("problem.dismiss.title"));
        reason.setMaxLength(FindingActs.LONGEST_NOTE);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        var confirm = new Button(t("problem.dismiss"), _ -> {
            if (reason.getValue().isBlank()) {
                reason.setErrorMessage(t("problem.dismiss.needs-reason"));
                reason.setInvalid(true);
                reason.focus();
            } else {
                dismiss.accept(reason.getValue());
                close();
            }
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(sentence), new Paragraph(t("problem.dismiss.message")), reason);
        getFooter().add(new Button(t("common.cancel"), _ -> close()), confirm);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                reason.focus();
            }
        });
    }
}
