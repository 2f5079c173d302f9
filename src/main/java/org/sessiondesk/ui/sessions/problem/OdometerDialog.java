package org.sessiondesk.ui.sessions.problem;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.sessiondesk.ui.sessions.edit.MileageText;
import org.sessiondesk.ui.sessions.edit.TimeText;

/** Since when a vehicle has another odometer, and what that showed first. */
final class OdometerDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient TimeText times;
    private final transient BiConsumer<Instant, Integer> say;
    private final Instant proposed;
    private final TextField since = new TextField(t("problem.odometer.since"));
    private final TextField reading = new TextField(t("problem.odometer.reading"));

    OdometerDialog(String vehicle, Instant at, int first, TimeText times, BiConsumer<Instant, Integer> say) {
        this.times = times;
        this.say = say;
        this.proposed = at;
        setHeaderTitle(t("problem.odometer.title", vehicle));
        since.setValue(times.text(at));
        reading.setValue(MileageText.text(first));
        var confirm = new Button(t("problem.odometer"), _ -> confirm());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(t("problem.odometer.message")), since, reading);
        getFooter().add(new Button(t("common.cancel"), _ -> close()), confirm);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                reading.focus();
            }
        });
    }

    private void confirm() {
        boolean untouched = since.getValue().equals(times.text(proposed));
        var at = untouched ? new TimeText.Reading.Read(proposed) : times.read(since.getValue(), null);
        var first = MileageText.read(reading.getValue());
        since.setErrorMessage(t("sessions.trouble.time"));
        since.setInvalid(!(at instanceof TimeText.Reading.Read));
        reading.setErrorMessage(t("sessions.trouble.mileage"));
        reading.setInvalid(first.isEmpty());
        if (at instanceof TimeText.Reading.Read(Instant instant) && first.isPresent()) {
            say.accept(instant, first.getAsInt());
            close();
        }
    }
}
