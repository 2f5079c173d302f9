package org.sessiondesk.ui.payout;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.sessiondesk.worktime.PayPeriod;

/** Exports and reports, pay period by pay period. {@code day} of the address is any day of it; usually the last whole one. */
@Route("exports")
@Menu(title = "menu.exports", order = 35, icon = "vaadin:money-exchange")
@StyleSheet("context://desk/payout.css")
@RolesAllowed({"PAYROLL", "AUDITOR", "ADMINISTRATOR"})
public class ExportsView extends Div implements AfterNavigationObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient PayoutDesk desk;
    private final Span shown = new Span();
    private final Button earlier = new Button(VaadinIcon.ANGLE_LEFT.create());
    private final Button later = new Button(VaadinIcon.ANGLE_RIGHT.create());
    private final Div place = new Div();
    private transient Optional<PayPeriod> period = Optional.empty();

    ExportsView(PayoutDesk desk) {
        this.desk = desk;
        addClassNames("screen", "exports-screen");
        earlier.setAriaLabel(t("payout.earlier"));
        later.setAriaLabel(t("payout.later"));
        earlier.addThemeVariants(ButtonVariant.TERTIARY);
        later.addThemeVariants(ButtonVariant.TERTIARY);
        earlier.addClickListener(_ -> period.ifPresent(now -> go(now.first().minusDays(1))));
        later.addClickListener(_ -> period.ifPresent(now -> go(now.last().plusDays(1))));
        shown.getElement().setAttribute("role", "status");
        var walk = new Div(earlier, shown, later);
        walk.addClassName("period-walk");
        var head = new Div(new H1(t("menu.exports")), walk);
        head.addClassName("screen-head");
        add(head, place);
    }

    @Override
    public String getPageTitle() {
        return t("common.title", t("menu.exports"));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var day = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("day")
                .flatMap(ExportsView::day)
                .orElseGet(() -> desk.rules.period(desk.today()).first().minusDays(1));
        var now = desk.rules.period(day);
        period = Optional.of(now);
        shown.setText(PayoutDesk.words(now));
        place.removeAll();
        place.add(new PayoutPanel(desk, now));
    }

    private void go(LocalDate day) {
        getUI().ifPresent(ui -> ui.navigate(ExportsView.class, QueryParameters.simple(Map.of("day", day.toString()))));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            var day = LocalDate.parse(text);
            return day.getYear() >= 1970 && day.getYear() < 10_000 ? Optional.of(day) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
