package org.sessiondesk.ui.deliveries;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sessiondesk.delivery.Deliveries.Difference;
import org.sessiondesk.session.SessionField;

/**
 * What a conflict is about in three columns, before, OnTime's and ours, with one choice a field. What changes meanwhile
 * is to be chosen anew; the other choices stay.
 */
final class ConflictChoice extends Div {

    private static final long serialVersionUID = 1L;

    private final transient ValueWords words;
    private final boolean mayDecide;
    private final Paragraph changed = new Paragraph(t("deliveries.conflict.changed"));
    private final Div table = new Div();
    private final Paragraph outcome = new Paragraph();
    private final transient Map<SessionField, ConflictRow> rows = new LinkedHashMap<>();

    ConflictChoice(ValueWords words, boolean mayDecide) {
        this.words = words;
        this.mayDecide = mayDecide;
        addClassName("conflict");
        changed.addClassName("callout");
        changed.getElement().setAttribute("role", "alert");
        changed.setVisible(false);
        table.addClassName("conflict-rows");
        table.add(head());
        outcome.addClassName("quiet");
        outcome.getElement().setAttribute("role", "status");
        add(changed, table, outcome);
    }

    /** Each radio says its column to who can't see it. */
    private static Div head() {
        var head = new Div(
                new Span(t("deliveries.conflict.field")),
                new Span(t("deliveries.conflict.before")),
                new Span(t("deliveries.conflict.ontime")),
                new Span(t("deliveries.conflict.ours")));
        head.addClassName("conflict-head");
        head.getElement().setAttribute("aria-hidden", "true");
        return head;
    }

    /** Shows these, preselected the first time; later, what isn't as it was before is to be chosen anew. */
    void show(List<Difference> differences) {
        boolean first = rows.isEmpty();
        boolean anew = false;
        var before = Map.copyOf(rows);
        rows.clear();
        for (var difference : differences) {
            var kept = before.get(difference.field());
            boolean same = kept != null && kept.difference().equals(difference);
            var row =
                    same ? kept : new ConflictRow(difference, words, mayDecide, first || !mayDecide, this::showOutcome);
            anew |= !first && !same;
            rows.put(difference.field(), row);
        }
        before.values().stream().filter(row -> !rows.containsValue(row)).forEach(table::remove);
        int place = 1;
        for (var row : rows.values()) {
            if (row.getParent().isEmpty()) {
                table.addComponentAtIndex(place, row);
            }
            place++;
        }
        changed.setVisible(
                mayDecide && (anew || (changed.isVisible() && missing().isPresent())));
        showOutcome();
    }

    /** The fields in which ours is to stand; empty, and said at the field, while one isn't chosen. */
    Optional<Set<SessionField>> ours() {
        var missing = missing();
        if (missing.isPresent()) {
            missing.get().askFor();
            return Optional.empty();
        }
        Set<SessionField> ours = EnumSet.noneOf(SessionField.class);
        rows.values().stream()
                .filter(ConflictRow::ours)
                .forEach(row -> ours.add(row.difference().field()));
        return Optional.of(ours);
    }

    /** The fields that were corrected here: there, by the shortcut, ours stands. */
    Set<SessionField> corrected() {
        return rows.values().stream()
                .map(ConflictRow::difference)
                .filter(Difference::correctedHere)
                .map(Difference::field)
                .collect(Collectors.toSet());
    }

    private Optional<ConflictRow> missing() {
        return rows.values().stream().filter(row -> !row.chosen()).findFirst();
    }

    private void showOutcome() {
        outcome.setVisible(mayDecide && !rows.isEmpty());
        if (missing().isPresent()) {
            outcome.setText(t("deliveries.conflict.choose"));
            return;
        }
        changed.setVisible(false);
        var sent = rows.values().stream()
                .filter(ConflictRow::ours)
                .map(row -> ValueWords.name(row.difference().field()) + " "
                        + words.of(row.difference().field(), row.difference().ours()))
                .collect(Collectors.joining(", "));
        outcome.setText(sent.isEmpty() ? t("deliveries.conflict.sends-nothing") : t("deliveries.conflict.sends", sent));
    }
}
