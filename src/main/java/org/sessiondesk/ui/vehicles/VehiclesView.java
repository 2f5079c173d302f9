package org.sessiondesk.ui.vehicles;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sessiondesk.fleet.FleetVehicle;
import org.sessiondesk.live.News.Topic;

/** The vehicles: plate, Fleet ID, last reading, problems. {@code q} of the address is part of a name or plate. */
@Route("vehicles")
@Menu(title = "menu.vehicles", order = 40, icon = "vaadin:truck")
@StyleSheet("context://desk/vehicles.css")
@RolesAllowed({"SUPERVISOR", "PAYROLL", "AUDITOR", "ADMINISTRATOR"})
public class VehiclesView extends Div implements AfterNavigationObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    /** No link where there is nothing to see. */
    private static final String PROBLEMS =
            "${item.problems ? html`<a class=${item.kind} href=${item.to}>${item.problems}</a>` : ''}";

    private final transient FleetDesk desk;
    private final transient VehicleLineWords words;
    private final TextField search = new TextField();
    private final Paragraph count = new Paragraph();
    private final Grid<FleetVehicle> grid = new Grid<>(50);
    private final CallbackDataProvider<FleetVehicle, Void> provider;
    private String text = "";

    VehiclesView(FleetDesk desk) {
        this.desk = desk;
        this.words = new VehicleLineWords(desk.written);
        this.provider = DataProvider.fromCallbacks(
                query -> desk.fleet.page(text, query.getOffset(), query.getLimit()).stream(),
                _ -> desk.fleet.count(text));
        addClassNames("screen", "vehicles-screen");
        count.addClassName("quiet");
        count.getElement().setAttribute("role", "status");
        search.setAriaLabel(t("vehicles.search"));
        search.setPlaceholder(t("vehicles.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                search(event.getValue().strip());
            }
        });
        var head = new Div(new H1(t("menu.vehicles")), count, search);
        head.addClassName("screen-head");
        columns();
        add(head, grid);
        desk.live.follow(this, Set.of(Topic.ROSTER, Topic.FINDING), _ -> show());
    }

    @Override
    public String getPageTitle() {
        return t("common.title", t("menu.vehicles"));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        text = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("q")
                .orElse("")
                .strip();
        search.setValue(text);
        show();
    }

    private void search(String typed) {
        var keys = typed.isEmpty() ? QueryParameters.empty() : QueryParameters.simple(Map.of("q", typed));
        getUI().ifPresent(ui -> ui.navigate(VehiclesView.class, keys));
    }

    private void show() {
        provider.refreshAll();
        int vehicles = desk.fleet.count(text);
        count.setText(vehicles == 0 ? t("vehicles.none") : t("vehicles.count", vehicles));
    }

    private void columns() {
        grid.addClassName("fleet");
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.getElement().setAttribute("aria-label", t("menu.vehicles"));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(LitRenderer.<FleetVehicle>of("<a href=${item.to}>${item.name}</a>")
                        .withProperty("to", vehicle -> "vehicles/" + vehicle.id())
                        .withProperty("name", FleetVehicle::name))
                .setHeader(t("vehicles.column.name"))
                .setWidth("5.5rem");
        grid.addColumn(LitRenderer.<FleetVehicle>of(PROBLEMS)
                        .withProperty("to", vehicle -> VehicleLineWords.problemsOf(vehicle.id()))
                        .withProperty("problems", vehicle -> words.problems(vehicle.errors(), vehicle.warnings()))
                        .withProperty("kind", vehicle -> vehicle.errors() > 0 ? "red" : "amber"))
                .setHeader(t("vehicles.column.problems"))
                .setWidth("8.2rem")
                .setFlexGrow(2);
        text("plate", "5.5rem", vehicle -> Objects.requireNonNullElse(vehicle.plate(), t("sessions.none")));
        text("fleet-id", "5rem", vehicle -> Objects.requireNonNullElse(vehicle.fleetId(), t("sessions.none")));
        text("reading", "5.5rem", vehicle -> desk.written.number(vehicle.reading()))
                .setTextAlign(ColumnTextAlign.END);
        text("read-at", "5.5rem", vehicle -> vehicle.readAt() == null ? "" : desk.written.time(vehicle.readAt()));
        grid.setDataProvider(provider);
    }

    private Grid.Column<FleetVehicle> text(String name, String width, ValueProvider<FleetVehicle, String> value) {
        return grid.addColumn(LitRenderer.<FleetVehicle>of("<span>${item.text}</span>")
                        .withProperty("text", value))
                .setHeader(t("vehicles.column." + name))
                .setWidth(width);
    }
}
