package org.sessiondesk.ui.intake;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sessiondesk.filing.ColumnMapping;
import org.sessiondesk.filing.FileField;
import org.sessiondesk.filing.FileKind;
import org.sessiondesk.filing.NoIds;
import org.sessiondesk.sheet.DateOrder;
import org.sessiondesk.sheet.FileShape;

/** What a file's records and columns are, and in which zone its times are meant where they don't say it. */
final class FileColumns extends Div {

    private static final long serialVersionUID = 1L;

    private final transient FileShape shape;
    private final transient Acts acts;
    private final Map<String, String> targets;
    private final ComboBox<ZoneId> zone = new ComboBox<>(t("intake.file.zone"));
    private final Select<DateOrder> dates = new Select<>();
    private final Div problems = new Div();
    private final Button compare = new Button(t("intake.file.compare"));
    private transient ColumnMapping mapping;

    /** What a person does here. */
    interface Acts {
        void chooseKind(FileKind kind);

        void choose(ColumnMapping mapping);

        void compare();

        void forget();
    }

    FileColumns(FileShape shape, ColumnMapping mapping, boolean remembered, ZoneId site, Acts acts) {
        this.shape = shape;
        this.mapping = mapping;
        this.acts = acts;
        this.targets = new LinkedHashMap<>(mapping.targets());
        addClassName("file-step");
        var kind = new Select<FileKind>();
        kind.setLabel(t("intake.file.kind"));
        kind.setItems(FileKind.values());
        kind.setItemLabelGenerator(one -> t("intake.file.kind." + one));
        kind.setValue(mapping.kind());
        kind.addValueChangeListener(chosen -> acts.chooseKind(chosen.getValue()));
        zone.setItems(zones(site));
        zone.setItemLabelGenerator(ZoneId::getId);
        if (mapping.zone() != null) {
            zone.setValue(mapping.zone());
        }
        zone.addValueChangeListener(_ -> changed());
        dates.setLabel(t("intake.file.dates"));
        dates.setItems(DateOrder.values());
        dates.setItemLabelGenerator(order -> t("intake.file.dates." + order));
        dates.setValue(mapping.dates());
        dates.addValueChangeListener(_ -> changed());
        problems.addClassName("file-problems");
        problems.getElement().setAttribute("role", "status");
        compare.addThemeVariants(ButtonVariant.PRIMARY);
        compare.setDisableOnClick(true);
        compare.addClickListener(_ -> {
            try {
                acts.compare();
            } catch (RuntimeException e) {
                judge();
                throw e;
            }
        });
        Div foot = new Div(compare, new Button(t("intake.file.forget"), _ -> acts.forget()));
        foot.addClassName("file-acts");
        add(
                new Paragraph(
                        t(remembered ? "intake.file.columns.remembered" : "intake.file.columns.guessed", shape.rows())),
                kind,
                scrolling(table()),
                dates,
                zone,
                problems,
                foot);
        judge();
    }

    /** On a phone it is wider than the screen. */
    private static Div scrolling(NativeTable table) {
        var scrolls = new Div(table);
        scrolls.addClassName("file-wide");
        return scrolls;
    }

    private NativeTable table() {
        var table = new NativeTable();
        table.addClassNames("file-table");
        table.getHead()
                .addRow()
                .add(
                        new NativeTableHeaderCell(t("intake.file.column")),
                        new NativeTableHeaderCell(t("intake.file.sample")),
                        new NativeTableHeaderCell(t("intake.file.is")));
        shape.columns().forEach(column -> table.getBody().add(row(column)));
        return table;
    }

    private NativeTableRow row(String column) {
        var is = new Select<String>();
        is.setItems(choices());
        is.setItemLabelGenerator(FileWords::target);
        is.setAriaLabel(t("intake.file.column-is", column));
        is.setValue(targets.getOrDefault(column, ColumnMapping.LEAVE_OUT));
        is.addValueChangeListener(chosen -> {
            targets.put(column, chosen.getValue());
            changed();
        });
        var name = new NativeTableHeaderCell(column);
        name.getElement().setAttribute("scope", "row");
        return new NativeTableRow(
                name, new NativeTableCell(new Span(shape.samples().getOrDefault(column, ""))), new NativeTableCell(is));
    }

    private List<String> choices() {
        var choices = new ArrayList<>(
                mapping.kind().fields().stream().map(FileField::wireName).toList());
        choices.add(ColumnMapping.KEEP);
        choices.add(ColumnMapping.LEAVE_OUT);
        return choices;
    }

    private void changed() {
        mapping = new ColumnMapping(mapping.kind(), targets, zone.getValue(), dates.getValue()).ordered(shape);
        dates.setValue(mapping.dates());
        acts.choose(mapping);
        judge();
    }

    private void judge() {
        var unmarked = mapping.unmarked(shape);
        dates.setVisible(unmarked.unordered() > 0);
        dates.setHelperText(t("intake.file.dates.why", unmarked.unordered()));
        zone.setVisible(unmarked.times() > 0);
        zone.setHelperText(t("intake.file.zone.why", unmarked.times()));
        var found = mapping.problems(shape);
        problems.removeAll();
        found.forEach(problem -> problems.add(new Paragraph(FileWords.problem(problem))));
        NoIds.in(shape, mapping).forEach(noIds -> problems.add(new Paragraph(FileWords.noIds(noIds))));
        compare.setEnabled(found.isEmpty());
    }

    /** The likely ones first. */
    private static List<ZoneId> zones(ZoneId site) {
        return Stream.concat(
                        Stream.of(site, ZoneId.of("UTC")),
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                                .sorted()
                                .map(ZoneId::of))
                .distinct()
                .toList();
    }
}
