package org.sessiondesk.ui.vehicles;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.sessiondesk.fleet.Fleet;
import org.sessiondesk.fleet.OdometerBreak;
import org.sessiondesk.fleet.Trip;

/** The breaks of a line one below another, each opens its two sessions. */
final class BreakList extends Div {

    private static final long serialVersionUID = 1L;

    private final transient VehicleLineWords words;
    private final transient Consumer<UUID> chosen;
    private final H2 title = new H2();
    private final Paragraph none = new Paragraph();
    private final UnorderedList list = new UnorderedList();
    private transient List<OdometerBreak> shown = List.of();

    BreakList(VehicleLineWords words, Consumer<UUID> chosen) {
        this.words = words;
        this.chosen = chosen;
        addClassName("breaks");
        none.addClassName("quiet");
        add(title, none, list);
    }

    /** Drawn anew only when they differ, so that no focus is lost. */
    void show(boolean read, List<OdometerBreak> breaks, Map<UUID, Trip> trips) {
        none.setText(t(read ? "vehicles.no-breaks" : "vehicles.no-readings"));
        title.setText(
                t(breaks.size() >= Fleet.MOST_BREAKS ? "vehicles.breaks.many" : "vehicles.breaks", breaks.size()));
        none.setVisible(breaks.isEmpty());
        list.setVisible(!breaks.isEmpty());
        if (!breaks.equals(shown)) {
            shown = List.copyOf(breaks);
            list.removeAll();
            for (var one : breaks) {
                var trip = trips.get(one.session());
                if (trip != null) {
                    list.add(item(one, trip));
                }
            }
        }
    }

    private ListItem item(OdometerBreak one, Trip trip) {
        var rule = new Span(words.rule(one));
        rule.addClassName(words.isError(one) ? "red" : "amber");
        var line = new Div(rule, new Span(words.trip(trip)));
        line.addClassName("break-line");
        var button = new Button(line, _ -> chosen.accept(one.session()));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("line-link");
        button.setAriaLabel(t("vehicles.break.open", words.rule(one), words.trip(trip)));
        return new ListItem(button);
    }
}
