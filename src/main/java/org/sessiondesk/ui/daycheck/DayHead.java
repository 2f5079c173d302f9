package org.sessiondesk.ui.daycheck;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.sessiondesk.daycheck.By;

/** ‹ Tue 2 Jun ›, whose rows, how they are shown, and how many stand how. Every way is a link. */
final class DayHead extends Div {

    private static final long serialVersionUID = 1L;

    private final Anchor earlier = new Anchor("", "‹");
    private final Anchor later = new Anchor("", "›");
    private final DatePicker day = new DatePicker();
    private final Anchor drivers = new Anchor("", t("day-check.drivers"));
    private final Anchor vehicles = new Anchor("", t("day-check.vehicles"));
    private final Anchor table = new Anchor("", t("day-check.table"));
    private final Paragraph counts = new Paragraph();
    private transient DayUrl url = DayUrl.USUAL;

    DayHead(Consumer<DayUrl> go) {
        addClassNames("screen-head", "day-head");
        day.setAriaLabel(t("day-check.day"));
        day.setRequired(true);
        day.setI18n(new DatePicker.DatePickerI18n().setDateFormats("EEE d MMM yyyy", "yyyy-MM-dd"));
        day.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                go.accept(url.on(event.getValue()));
            }
        });
        var turn = new Div(earlier, day, later);
        turn.addClassName("day-turn");
        earlier.addClassName("day-choice");
        later.addClassName("day-choice");
        counts.addClassName("day-counts");
        counts.getElement().setAttribute("role", "status");
        add(new H1(t("menu.day-check")), turn, choices(drivers, vehicles), counts, choices(table));
    }

    void show(DayUrl now, LocalDate shown, String says) {
        url = now;
        day.setValue(shown);
        earlier.setHref(now.on(shown.minusDays(1)).href());
        earlier.getElement().setAttribute("aria-label", t("day-check.earlier"));
        later.setHref(now.on(shown.plusDays(1)).href());
        later.getElement().setAttribute("aria-label", t("day-check.later"));
        drivers.setHref(now.by(By.DRIVER).href());
        vehicles.setHref(now.by(By.VEHICLE).href());
        table.setHref(now.asTable(!now.table()).href());
        current(drivers, now.by() == By.DRIVER);
        current(vehicles, now.by() == By.VEHICLE);
        current(table, now.table());
        counts.setText(says);
    }

    private static Div choices(Anchor... links) {
        var choices = new Div(links);
        choices.addClassName("day-choices");
        for (var link : links) {
            link.addClassName("day-choice");
        }
        return choices;
    }

    private static void current(Anchor link, boolean now) {
        if (now) {
            link.getElement().setAttribute("aria-current", "true");
        } else {
            link.getElement().removeAttribute("aria-current");
        }
    }
}
