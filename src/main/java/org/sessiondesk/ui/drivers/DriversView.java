package org.sessiondesk.ui.drivers;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Set;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.live.News;
import org.sessiondesk.live.News.Topic;
import org.sessiondesk.roster.NumberFiles;
import org.sessiondesk.roster.PayrollNumbers;
import org.sessiondesk.ui.LiveUpdates;

/** The drivers and their payroll numbers. {@code q} of the address is part of a name or number. */
@Route("drivers")
@Menu(title = "menu.drivers", order = 45, icon = "vaadin:user-card")
@StyleSheet("context://desk/drivers.css")
@RolesAllowed({"PAYROLL", "AUDITOR", "ADMINISTRATOR"})
public class DriversView extends Div implements AfterNavigationObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient PayrollNumbers numbers;
    private final TextField search = new TextField();
    private final Paragraph count = new Paragraph();
    private final DriverGrid grid;

    DriversView(PayrollNumbers numbers, NumberFiles files, LiveUpdates live) {
        this.numbers = numbers;
        boolean maySet = SignedIn.now().role() != Role.AUDITOR;
        this.grid = new DriverGrid(numbers, maySet, this::count);
        addClassNames("screen", "drivers-screen");
        count.addClassName("quiet");
        count.getElement().setAttribute("role", "status");
        search.setAriaLabel(t("drivers.search"));
        search.setPlaceholder(t("drivers.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                search(event.getValue().strip());
            }
        });
        var head = new Div(new H1(t("menu.drivers")), count, search);
        head.addClassName("screen-head");
        add(head, grid);
        if (maySet) {
            add(new NumbersSection(numbers, files));
        }
        live.follow(this, Set.of(Topic.ROSTER), this::show);
    }

    @Override
    public String getPageTitle() {
        return t("common.title", t("menu.drivers"));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String text = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("q")
                .orElse("")
                .strip();
        search.setValue(text);
        grid.search(text);
        count();
    }

    private void search(String typed) {
        var keys = typed.isEmpty() ? QueryParameters.empty() : QueryParameters.simple(Map.of("q", typed));
        getUI().ifPresent(ui -> ui.navigate(DriversView.class, keys));
    }

    private void show(News news) {
        grid.lookAgain(news);
        count();
    }

    private void count() {
        var counts = numbers.counts(search.getValue().strip());
        count.setText(
                counts.drivers() == 0 ? t("drivers.none") : t("drivers.count", counts.drivers(), counts.without()));
    }
}
