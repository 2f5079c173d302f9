package org.sessiondesk.ui.deliveries;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.delivery.Deliveries.Difference;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.roster.Driver;
import org.sessiondesk.roster.Roster;
import org.sessiondesk.roster.Vehicle;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.ui.SiteTimes;

/** Before, OnTime's and ours side by side, field by field. */
final class ConflictChoice extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Roster roster;
    private final transient SiteTimes times;

    ConflictChoice(List<Difference> differences, Roster roster, SiteTimes times) {
        this.roster = roster;
        this.times = times;
        addClassName("conflict");
        var table = new NativeTable();
        var head = table.getHead().addRow();
        for (var key : List.of("field", "before", "ontime", "ours")) {
            var cell = new NativeTableHeaderCell(t("deliveries.conflict." + key));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        differences.forEach(each -> row(table.getBody().addRow(), each));
        add(table);
    }

    private void row(NativeTableRow row, Difference each) {
        var name = new NativeTableHeaderCell(t("deliveries.field." + each.field()));
        name.getElement().setAttribute("scope", "row");
        row.add(name);
        row.addDataCell().setText(value(each.field(), each.before()));
        row.addDataCell().setText(value(each.field(), each.ontime()));
        row.addDataCell().setText(value(each.field(), each.ours()));
    }

    private String value(SessionField field, @Nullable Object value) {
        return switch (value) {
            case null -> t("deliveries.none");
            case Instant at -> times.dated(at);
            case Integer mileage -> String.format(Locale.US, "%,d", mileage);
            case LogInType type -> type.wireName();
            case UUID id -> field == SessionField.DRIVER ? driver(id) : vehicle(id);
            default -> value.toString();
        };
    }

    private String driver(UUID id) {
        Driver driver = roster.drivers(List.of(id)).get(id);
        return driver == null ? shortened(id) : driver.name();
    }

    private String vehicle(UUID id) {
        Vehicle vehicle = roster.vehicles(List.of(id)).get(id);
        return vehicle == null ? shortened(id) : vehicle.name();
    }

    private static String shortened(UUID id) {
        return id.toString().substring(0, 8);
    }
}
