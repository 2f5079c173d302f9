package org.sessiondesk.ui.trail;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.People;

/** What of the history is shown: kind, person, period, record. */
final class TrailFilterLine extends Div {

    private static final long serialVersionUID = 1L;

    private final Select<TrailKind> kind = new Select<>();
    private final ComboBox<UUID> person = new ComboBox<>(t("trail.person"));
    private final DatePicker from = new DatePicker(t("trail.from"));
    private final DatePicker to = new DatePicker(t("trail.to"));
    private final Button record = new Button(VaadinIcon.CLOSE_SMALL.create());
    private transient TrailUrl url = TrailUrl.START;

    TrailFilterLine(People people, Consumer<TrailUrl> go) {
        addClassName("filter-line");
        kind.setLabel(t("trail.kind"));
        kind.setItems(TrailKind.values());
        kind.setItemLabelGenerator(value -> t("trail.kind." + value));
        person.setItems(people.names().keySet().stream()
                .sorted((a, b) -> people.name(a).compareToIgnoreCase(people.name(b)))
                .toList());
        person.setItemLabelGenerator(people::name);
        person.setClearButtonVisible(true);
        from.setClearButtonVisible(true);
        to.setClearButtonVisible(true);
        record.setIconAfterText(true);
        record.addThemeVariants(ButtonVariant.TERTIARY);
        kind.addValueChangeListener(event -> goIfTyped(event.isFromClient(), url.withKind(event.getValue()), go));
        person.addValueChangeListener(event -> goIfTyped(event.isFromClient(), url.withPerson(event.getValue()), go));
        from.addValueChangeListener(event -> goIfTyped(event.isFromClient(), url.withFrom(event.getValue()), go));
        to.addValueChangeListener(event -> goIfTyped(event.isFromClient(), url.withTo(event.getValue()), go));
        record.addClickListener(_ -> go.accept(url.withRecord(null)));
        add(kind, person, from, to, record);
    }

    private static void goIfTyped(boolean byPerson, TrailUrl other, Consumer<TrailUrl> go) {
        if (byPerson) {
            go.accept(other);
        }
    }

    /**
     * Shows what the address says.
     *
     * @param recordName what the record is called, if one is looked at
     */
    void show(TrailUrl now, @Nullable String recordName) {
        url = now;
        kind.setValue(now.kind());
        person.setValue(now.person());
        from.setValue(now.from());
        to.setValue(now.to());
        record.setVisible(recordName != null);
        record.setText(recordName == null ? "" : t("trail.only", recordName));
    }
}
