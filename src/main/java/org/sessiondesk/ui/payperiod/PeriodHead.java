package org.sessiondesk.ui.payperiod;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import org.sessiondesk.worktime.PayCalendar;
import org.sessiondesk.worktime.PayPeriod;

/** ‹ Mon 1 – Sun 7 Jun ›, the way to its days, and how many of them stand how. Every way is a link. */
final class PeriodHead extends Div {

    private static final long serialVersionUID = 1L;

    private final Anchor earlier = new Anchor("", "‹");
    private final Anchor later = new Anchor("", "›");
    private final Span which = new Span();
    private final Anchor day = new Anchor("", t("pay-period.day"));
    private final Paragraph counts = new Paragraph();

    /** @param acts what can be done here */
    PeriodHead(Component acts) {
        addClassNames("screen-head", "day-head");
        which.addClassName("period-which");
        var turn = new Div(earlier, which, later);
        turn.addClassName("day-turn");
        var here = new Anchor("", t("pay-period.title"));
        here.getElement().setAttribute("aria-current", "true");
        var looks = new Div(day, here);
        looks.addClassName("day-choices");
        for (var link : new Anchor[] {earlier, later, day, here}) {
            link.addClassNames("view", "day-choice");
        }
        counts.addClassName("day-counts");
        counts.getElement().setAttribute("role", "status");
        earlier.getElement().setAttribute("aria-label", t("pay-period.earlier"));
        later.getElement().setAttribute("aria-label", t("pay-period.later"));
        add(new H1(t("menu.day-check")), turn, looks, counts, acts);
    }

    /**
     * @param today whose day the way back leads to, if it is one of these; else it leads to the first
     */
    void show(PayPeriod period, PayCalendar calendar, LocalDate today, String name, String says) {
        which.setText(name);
        earlier.setHref(new PeriodUrl(calendar.previous(period).first()).href());
        later.setHref(new PeriodUrl(calendar.next(period).first()).href());
        var yesterday = today.minusDays(1);
        day.setHref("shift-audit?day=" + (period.has(yesterday) ? yesterday : period.first()));
        counts.setText(says);
    }
}
