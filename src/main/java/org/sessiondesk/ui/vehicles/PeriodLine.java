package org.sessiondesk.ui.vehicles;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Which days are shown: earlier, from, to, later. */
final class PeriodLine extends Div {

    private static final long serialVersionUID = 1L;

    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private transient VehicleUrl url = VehicleUrl.USUAL;
    private transient LocalDate today = LocalDate.EPOCH;

    PeriodLine(Consumer<VehicleUrl> go) {
        addClassName("filter-line");
        from.setAriaLabel(t("vehicles.from"));
        to.setAriaLabel(t("vehicles.to"));
        for (var date : new DatePicker[] {from, to}) {
            date.setI18n(new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd"));
        }
        var earlier = new Button(VaadinIcon.ANGLE_LEFT.create(), _ -> go.accept(url.earlier(today)));
        earlier.setAriaLabel(t("vehicles.earlier"));
        earlier.setTooltipText(t("vehicles.earlier"));
        var later = new Button(VaadinIcon.ANGLE_RIGHT.create(), _ -> go.accept(url.later(today)));
        later.setAriaLabel(t("vehicles.later"));
        later.setTooltipText(t("vehicles.later"));
        from.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go.accept(new VehicleUrl(event.getValue(), url.last(today), null));
            }
        });
        to.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go.accept(new VehicleUrl(url.first(today), event.getValue(), null));
            }
        });
        add(earlier, from, to, later);
    }

    void show(VehicleUrl now, LocalDate day) {
        url = now;
        today = day;
        from.setValue(now.first(day));
        to.setValue(now.last(day));
    }
}
