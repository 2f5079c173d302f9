package org.sessiondesk.ui.vehicles;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.fleet.OdometerBreak;
import org.sessiondesk.ui.sessions.edit.Written;
import org.sessiondesk.worklist.SessionLine;

/** Two sessions of a line, a column each, with what lies between them. */
final class SideBySide extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Written written;
    private final transient VehicleLineWords words;
    private final H2 title = new H2(t("vehicles.pair"));
    private final Paragraph about = new Paragraph();
    private final Div table = new Div();
    private final Button newOdometer = new Button(t("vehicles.new-odometer.here"));
    private transient @Nullable SessionLine second;

    SideBySide(Written written, VehicleLineWords words, Consumer<SessionLine> newOdometerFrom, Runnable closed) {
        this.written = written;
        this.words = words;
        addClassNames("side-by-side", "form-section");
        getElement().setAttribute("role", "region").setAttribute("aria-label", t("vehicles.pair"));
        title.getElement().setAttribute("tabindex", "-1");
        about.getElement().setAttribute("role", "status");
        var close = new Button(VaadinIcon.CLOSE_SMALL.create(), _ -> closed.run());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(t("common.close"));
        newOdometer.addClickListener(_ -> {
            if (second != null) {
                newOdometerFrom.accept(second);
            }
        });
        var head = new Div(title, close);
        head.addClassName("screen-head");
        table.addClassName("pair-table");
        add(head, about, table, newOdometer);
        setVisible(false);
    }

    /** @param both one or two, the earlier first */
    void show(List<SessionLine> both, @Nullable OdometerBreak broken) {
        setVisible(!both.isEmpty());
        second = both.isEmpty() ? null : both.getLast();
        about.setText(said(both, broken));
        newOdometer.setVisible(FleetDesk.mayCorrect() && second != null && second.startMileage() != null);
        var rows = new NativeTable();
        var head = rows.getHead().addRow();
        head.add(heading("col", t("vehicles.pair.value")));
        both.forEach(line -> {
            var cell = heading("col", "");
            cell.add(new Anchor("sessions/" + line.id(), t("vehicles.pair.open", written.time(line.logIn()))));
            head.add(cell);
        });
        row(rows, both, "driver", line -> VehicleLineWords.driver(line.driver()));
        row(rows, both, "log-in", line -> written.time(line.logIn()));
        row(rows, both, "log-out", line -> written.time(line.logOut(), line.logIn()));
        row(rows, both, "start", line -> written.number(line.startMileage()));
        row(rows, both, "end", line -> written.number(line.endMileage()));
        row(rows, both, "distance", line -> written.distance(line.distance()));
        table.removeAll();
        table.add(rows);
    }

    /** Brings it into sight and puts the cursor at its head. */
    void lookHere() {
        title.getElement().callJsFunction("focus");
    }

    private String said(List<SessionLine> both, @Nullable OdometerBreak broken) {
        String rule = broken == null ? "" : words.rule(broken) + ". ";
        if (both.size() < 2) {
            return rule + t("vehicles.pair.alone");
        }
        var before = both.getFirst().endMileage();
        var after = both.getLast().startMileage();
        return before == null || after == null
                ? rule + t("vehicles.pair.no-gap")
                : rule + t("vehicles.pair.gap", written.distance(after - before));
    }

    private static void row(
            NativeTable table, List<SessionLine> both, String name, Function<SessionLine, String> value) {
        var row = table.getBody().addRow();
        row.add(heading("row", t("sessions.column." + name)));
        for (var line : both) {
            String text = value.apply(line);
            row.addDataCell().add(new Span(text.isEmpty() ? t("sessions.none") : text));
        }
    }

    private static NativeTableHeaderCell heading(String scope, String words) {
        var cell = new NativeTableHeaderCell(words);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }
}
