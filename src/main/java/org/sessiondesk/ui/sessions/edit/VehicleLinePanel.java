package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.worklist.Neighbour;
import org.sessiondesk.worklist.VehicleLine;

/** The vehicle's line: who had it before and after, with the reading on that side and the gap to ours. */
final class VehicleLinePanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Written written;
    private final Consumer<UUID> open;

    VehicleLinePanel(Written written, Consumer<UUID> open) {
        this.written = written;
        this.open = open;
        addClassName("vehicle-line");
        getElement().setAttribute("role", "group").setAttribute("aria-label", t("sessions.line"));
    }

    void show(VehicleLine line, SessionValues values) {
        removeAll();
        boolean has = line.before() != null || line.after() != null;
        setVisible(has);
        if (has) {
            add(side("before", line.before()));
            add(gap(distance(mileage(line.before()), values.startMileage())));
            var self = new Span(t("sessions.line.this"));
            self.addClassName("line-this");
            add(self);
            add(gap(distance(values.endMileage(), mileage(line.after()))));
            add(side("after", line.after()));
        }
    }

    private Component side(String side, @Nullable Neighbour neighbour) {
        if (neighbour == null) {
            var nobody = new Span(t("sessions.line.none"));
            nobody.addClassName("quiet");
            return nobody;
        }
        String name = neighbour.driver() == null
                ? t("sessions.no-driver")
                : neighbour.driver().split(",", 2)[0];
        String reading =
                neighbour.mileage() == null ? t("sessions.line.no-reading") : written.number(neighbour.mileage());
        var words = new Div(new Span(name + " " + written.time(neighbour.at())), new Span(reading));
        words.addClassName("line-words");
        var link = new Button(words, _ -> open.accept(neighbour.session()));
        link.addThemeVariants(ButtonVariant.TERTIARY);
        link.addClassName("line-link");
        link.setAriaLabel(t("sessions.line." + side, name, written.time(neighbour.at()), reading));
        return link;
    }

    private Span gap(@Nullable Long miles) {
        var gap = new Span(miles == null ? "·" : written.distance(miles));
        gap.addClassName("line-gap");
        gap.setClassName("amber", miles != null && (miles < 0 || miles > written.longestDistance()));
        gap.setTitle(t("sessions.line.gap"));
        return gap;
    }

    private static @Nullable Integer mileage(@Nullable Neighbour neighbour) {
        return neighbour == null ? null : neighbour.mileage();
    }

    private static @Nullable Long distance(@Nullable Integer from, @Nullable Integer to) {
        return from == null || to == null ? null : (long) to - from;
    }
}
