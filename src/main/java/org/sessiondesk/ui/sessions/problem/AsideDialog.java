package org.sessiondesk.ui.sessions.problem;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.finding.FindingActs;

/** Until which day a problem is put aside, and what for. A day that makes no sense keeps it open and is marked. */
final class AsideDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient Supplier<LocalDate> today;
    private final DatePicker until = new DatePicker(t("problem.aside.until"));
    private final TextArea note = new TextArea(t("sessions.note"));

    AsideDialog(Supplier<LocalDate> today, BiConsumer<LocalDate, @Nullable String> putAside) {
        this.today = today;
        setHeaderTitle(t("problem.aside.title"));
        until.setI18n(new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd"));
        until.setManualValidation(true);
        until.setMin(tomorrow());
        until.setValue(tomorrow());
        until.setRequiredIndicatorVisible(true);
        until.addValueChangeListener(_ -> until.setInvalid(until.isInvalid() && !isLater()));
        note.setMaxLength(FindingActs.LONGEST_NOTE);
        note.setWidthFull();
        var fields = new Div(until, note);
        fields.addClassName("problem-form");
        add(fields);
        var confirm = new Button(t("problem.aside"), _ -> confirm(putAside));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(t("common.cancel"), _ -> close()), confirm);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                note.focus();
            }
        });
    }

    private void confirm(BiConsumer<LocalDate, @Nullable String> putAside) {
        if (isLater()) {
            putAside.accept(until.getValue(), note.getValue().isBlank() ? null : note.getValue());
            close();
        } else {
            until.setErrorMessage(t("problem.aside.needs-day", tomorrow()));
            until.setInvalid(true);
            until.focus();
        }
    }

    /** What can't be read as a date is none. */
    private boolean isLater() {
        var day = until.getValue();
        return day != null && !day.isBefore(tomorrow());
    }

    private LocalDate tomorrow() {
        return today.get().plusDays(1);
    }
}
