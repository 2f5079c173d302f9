package org.sessiondesk.ui.sessions.problem;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.finding.FindingActs;

/** Until which day a problem is put aside, and what for. */
final class AsideDialog extends ConfirmDialog {

    private static final long serialVersionUID = 1L;

    private final DatePicker until = new DatePicker(t("problem.aside.until"));
    private final TextArea note = new TextArea(t("sessions.note"));

    AsideDialog(LocalDate today, BiConsumer<LocalDate, @Nullable String> putAside) {
        setHeader(t("problem.aside.title"));
        until.setI18n(new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd"));
        until.setMin(today.plusDays(1));
        until.setValue(today.plusDays(1));
        until.setRequiredIndicatorVisible(true);
        note.setMaxLength(FindingActs.LONGEST_NOTE);
        note.setWidthFull();
        var fields = new Div(until, note);
        fields.addClassName("problem-form");
        setText(fields);
        setCancelable(true);
        setCancelText(t("common.cancel"));
        setConfirmText(t("problem.aside"));
        addConfirmListener(_ -> {
            var day = until.getValue();
            putAside.accept(
                    day == null || !day.isAfter(today) ? today.plusDays(1) : day,
                    note.getValue().isBlank() ? null : note.getValue());
        });
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                note.focus();
            }
        });
    }
}
