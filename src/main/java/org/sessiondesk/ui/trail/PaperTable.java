package org.sessiondesk.ui.trail;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;

/** Tables of a paper. */
final class PaperTable {

    private PaperTable() {}

    /** Field by field: as first read, as it is here, and as OnTime has it now. */
    static Component values(DriverSession session, BiFunction<SessionField, @Nullable Object, String> words) {
        var now = session.lastKnown() == null ? null : SessionValues.of(session.lastKnown());
        var rows = new ArrayList<List<String>>();
        for (var field : SessionField.values()) {
            rows.add(Stream.of(session.asFirstRead(), session.values(), now)
                    .map(values -> values == null ? t("sessions.none") : words.apply(field, values.get(field)))
                    .collect(Collectors.toCollection(ArrayList::new)));
            rows.getLast().addFirst(t("sessions.field." + field));
        }
        return of(
                t("paper.values"),
                List.of(t("paper.field"), t("paper.first"), t("paper.here"), t("paper.ontime")),
                rows);
    }

    static NativeTable of(String label, List<String> heads, List<? extends List<String>> rows) {
        var head = new NativeTableRow();
        heads.forEach(words -> {
            var cell = new NativeTableHeaderCell(words);
            cell.getElement().setAttribute("scope", "col");
            head.add(role(cell, "columnheader"));
        });
        var body = new NativeTableBody();
        rows.forEach(row -> {
            var line = new NativeTableRow();
            row.forEach(words -> line.add(role(new NativeTableCell(words), "cell")));
            body.add(role(line, "row"));
        });
        var table = new NativeTable(role(new NativeTableHeader(role(head, "row")), "rowgroup"), role(body, "rowgroup"));
        table.addClassName("paper-table");
        table.getElement().setAttribute("aria-label", label);
        return role(table, "table");
    }

    /** Said, too: on a phone a row is laid out as a card, and would be no row any more. */
    private static <C extends Component> C role(C part, String role) {
        part.getElement().setAttribute("role", role);
        return part;
    }
}
