package org.sessiondesk.ui.deliveries;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;

/** What was sent and the records that it may have become, a column each; what differs from ours is marked. */
final class CandidateTable extends Div {

    private static final long serialVersionUID = 1L;

    CandidateTable(@Nullable UserSession ours, List<UserSession> records, ValueWords words) {
        addClassName("candidates");
        // Many columns scroll, so the keyboard must reach them.
        getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", t("deliveries.uncertain.compared"));
        var table = new NativeTable();
        var head = table.getHead().addRow();
        head.add(heading("col", t("deliveries.conflict.field")), heading("col", t("deliveries.conflict.ours")));
        for (int number = 1; number <= records.size(); number++) {
            head.add(heading("col", t("deliveries.uncertain.nth", number)));
        }
        ids(table.getBody().addRow(), records);
        var sent = ours == null ? null : SessionValues.of(ours);
        var found = records.stream().map(SessionValues::of).toList();
        for (var field : SessionField.values()) {
            row(table.getBody().addRow(), field, sent, found, words);
        }
        add(table);
    }

    private static void ids(NativeTableRow row, List<UserSession> records) {
        row.add(heading("row", t("deliveries.field.ID")));
        row.addDataCell().setText(t("deliveries.none"));
        for (var record : records) {
            var cell = row.addDataCell();
            cell.addClassName("candidate-id");
            cell.setText(
                    record.id() == null ? t("deliveries.none") : record.id().toString());
        }
    }

    private static void row(
            NativeTableRow row,
            SessionField field,
            @Nullable SessionValues sent,
            List<SessionValues> found,
            ValueWords words) {
        row.add(heading("row", ValueWords.name(field)));
        var ours = sent == null ? null : sent.get(field);
        row.addDataCell().setText(words.of(field, ours));
        for (var values : found) {
            var theirs = values.get(field);
            var cell = new NativeTableCell(words.of(field, theirs));
            if (sent != null && !same(ours, theirs)) {
                cell.addClassName("differs");
                var said = new Span(" " + t("deliveries.uncertain.differs"));
                said.addClassName("unseen");
                cell.add(said);
            }
            row.add(cell);
        }
    }

    /** OnTime writes a mileage that nobody recorded as 0. */
    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return Objects.equals(one, other)
                || (Objects.requireNonNullElse(one, 0).equals(0)
                        && Objects.requireNonNullElse(other, 0).equals(0));
    }

    private static NativeTableHeaderCell heading(String scope, String words) {
        var cell = new NativeTableHeaderCell(words);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }
}
