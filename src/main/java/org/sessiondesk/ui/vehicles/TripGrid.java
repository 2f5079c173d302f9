package org.sessiondesk.ui.vehicles;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.fleet.Trip;
import org.sessiondesk.ui.sessions.edit.Written;

/** The period as a table, the newest session first. */
final class TripGrid extends Grid<Trip> {

    private static final long serialVersionUID = 1L;

    private transient List<Trip> shown = List.of();
    private transient @Nullable Trip focused;

    TripGrid(Written written, VehicleLineWords words, Consumer<UUID> chosen) {
        super(50);
        addClassName("trips");
        addThemeVariants(GridVariant.NO_BORDER);
        getElement().setAttribute("aria-label", t("vehicles.table"));
        setSelectionMode(SelectionMode.NONE);
        column("log-in", "7rem", trip -> written.time(trip.logIn())).setFlexGrow(0);
        column("driver", "6rem", trip -> VehicleLineWords.driver(trip.driver())).setFlexGrow(2);
        number("start", "4.6rem", trip -> written.number(trip.start()));
        number("end", "4.6rem", trip -> written.number(trip.end()));
        number("distance", "5.4rem", trip -> written.distance(trip.distance()));
        addColumn(LitRenderer.<Trip>of("<span class=${item.kind}>${item.problems}</span>")
                        .withProperty("problems", trip -> words.problems(trip.errors(), trip.warnings()))
                        .withProperty("kind", trip -> trip.errors() > 0 ? "red" : "amber"))
                .setHeader(t("vehicles.column.problems"))
                .setWidth("7rem")
                .setFlexGrow(1);
        addItemClickListener(click -> chosen.accept(click.getItem().session()));
        addCellFocusListener(focus -> focused = focus.getItem().orElse(null));
        getElement()
                .addEventListener("keydown", _ -> {
                    if (focused != null) {
                        chosen.accept(focused.session());
                    }
                })
                .setFilter("event.key === 'Enter' && !event.ctrlKey && !event.altKey && !event.metaKey")
                .preventDefault();
        setAllRowsVisible(false);
    }

    /** The newest first; fetched anew only when they differ. */
    void show(List<Trip> trips) {
        if (!trips.equals(shown)) {
            shown = List.copyOf(trips);
            setItems(shown);
        }
    }

    private Column<Trip> column(String name, String width, ValueProvider<Trip, String> value) {
        return addColumn(LitRenderer.<Trip>of("<span title=${item.text}>${item.text}</span>")
                        .withProperty("text", value))
                .setHeader(t("sessions.column." + name))
                .setWidth(width);
    }

    private void number(String name, String width, ValueProvider<Trip, String> value) {
        column(name, width, value).setTextAlign(ColumnTextAlign.END).setFlexGrow(0);
    }
}
