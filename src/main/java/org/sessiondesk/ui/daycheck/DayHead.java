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
    private final Anchor period = new Anchor("", t("pay-period.title"));
    private final Anchor table = new Anchor("", t("day-check.table"));
    private final Paragraph counts = new Paragraph();
    private final Anchor exports = new Anchor("", t("menu.exports"));
    private final SignAll signAll;
    private transient DayUrl url = DayUrl.USUAL;

    /** @param exports whether whoever looks may see exports */
    DayHead(Consumer<DayUrl> go, SignAll signAll, boolean exports) {
        this.signAll = signAll;
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
        earlier.addClassNames("view", "day-choice");
        later.addClassNames("view", "day-choice");
        counts.addClassName("day-counts");
        counts.getElement().setAttribute("role", "status");
        this.exports.setVisible(exports);
        add(
                new H1(t("menu.day-check")),
                turn,
                looks(),
                choices(drivers, vehicles),
                counts,
                signAll,
                choices(this.exports),
                choices(table));
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
        period.setHref("shift-audit/period?day=" + shown);
        exports.setHref("exports?day=" + shown);
        table.setHref(now.asTable(!now.table()).href());
        current(drivers, now.by() == By.DRIVER);
        current(vehicles, now.by() == By.VEHICLE);
        current(table, now.table());
        counts.setText(says);
    }

    private Div looks() {
        var here = new Anchor("", t("pay-period.day"));
        current(here, true);
        return choices(here, period);
    }

    private static Div choices(Anchor... links) {
        var choices = new Div(links);
        choices.addClassName("day-choices");
        for (var link : links) {
            link.addClassNames("view", "day-choice");
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
