package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Asks since when a vehicle has another odometer, and what that one showed first. */
public final class OdometerDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /** What was said. */
    @FunctionalInterface
    public interface Said {
        void newOdometer(Instant since, int reading);
    }

    private final transient TimeText times;
    private final transient Said said;
    private final transient @Nullable Instant offered;
    private final TextField reading = new TextField(t("problem.odometer.reading"));
    private final TextField since = new TextField(t("problem.odometer.since"));

    /**
     * @param vehicle its name
     * @param offeredSince stands there at first, seconds and all
     * @param offeredReading as well
     */
    public OdometerDialog(
            String vehicle, ZoneId zone, @Nullable Instant offeredSince, @Nullable Integer offeredReading, Said said) {
        this.times = new TimeText(zone);
        this.offered = offeredSince;
        this.said = said;
        setHeaderTitle(t("problem.odometer.title", vehicle));
        reading.setValue(MileageText.text(offeredReading));
        reading.setAutofocus(true);
        since.setValue(times.text(offeredSince));
        since.setHelperText(t("problem.odometer.since-help"));
        var form = new FormLayout(reading, since);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        var about = new Paragraph(t("problem.odometer.message"));
        about.addClassName("quiet");
        add(about, form);
        var save = new Button(t("problem.odometer"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        // In the fields only: on a button Enter would do what that says, and this too.
        save.addClickShortcut(Key.ENTER).listenOn(form);
        getFooter().add(new Button(t("common.cancel"), _ -> close()), save);
        setWidth("24rem");
    }

    private void save() {
        var mileage = MileageText.read(reading.getValue());
        mark(reading, mileage.isPresent() ? null : t("sessions.trouble.mileage"));
        var at = at();
        if (mileage.isPresent() && at != null) {
            close();
            said.newOdometer(at, mileage.getAsInt());
        }
    }

    private @Nullable Instant at() {
        if (offered != null && since.getValue().equals(times.text(offered))) {
            return offered;
        }
        return switch (times.read(since.getValue(), null)) {
            case TimeText.Reading.Read(Instant at) -> {
                mark(since, null);
                yield at;
            }
            case TimeText.Reading.Empty _, TimeText.Reading.Unreadable _ -> refuse(t("sessions.trouble.time"));
            case TimeText.Reading.Skipped(var from, var to) -> refuse(t("sessions.trouble.skipped", from, to));
            case TimeText.Reading.Twice(var first, var second) -> refuse(t("sessions.trouble.twice", first, second));
        };
    }

    private @Nullable Instant refuse(String why) {
        mark(since, why);
        return null;
    }

    private static void mark(TextField field, @Nullable String trouble) {
        field.setErrorMessage(trouble);
        field.setInvalid(trouble != null);
        if (trouble != null) {
            field.focus();
        }
    }
}
