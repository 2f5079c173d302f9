package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.worklist.Named;

/** The fields of a session, each with its new value, as first read, as OnTime has it now, and what a save would move. */
final class FieldTable extends Div {

    private static final long serialVersionUID = 1L;
    private static final int TYPING_PAUSE_MS = 200;

    private final transient Names names;
    private final transient Written written;
    private final Runnable begun;
    private final Runnable changed;
    private final Map<SessionField, TextField> texts = new EnumMap<>(SessionField.class);
    private final ComboBox<Named> driver = new ComboBox<>();
    private final ComboBox<Named> vehicle = new ComboBox<>();
    private final ComboBox<LogInType> type = new ComboBox<>();
    private final Map<SessionField, FieldRow> rows = new EnumMap<>(SessionField.class);
    private final Set<SessionField> left = EnumSet.noneOf(SessionField.class);
    private transient @Nullable Draft draft;
    private transient @Nullable Shown shown;

    /**
     * @param begun a person began to work here: the cursor came into a field, or a value was changed
     * @param changed the draft is another one
     */
    FieldTable(Names names, Written written, Runnable begun, Runnable changed) {
        this.names = names;
        this.written = written;
        this.begun = begun;
        this.changed = changed;
        addClassName("fields");
        getElement().setAttribute("role", "table").setAttribute("aria-label", t("sessions.fields"));
        add(FieldRow.heads(
                t("sessions.new-value"),
                t("sessions.head.first"),
                t("sessions.head.now"),
                t("sessions.head.difference")));
        row(SessionField.LOG_IN, text(SessionField.LOG_IN));
        row(SessionField.LOG_OUT, text(SessionField.LOG_OUT));
        row(SessionField.START_MILEAGE, text(SessionField.START_MILEAGE));
        row(SessionField.END_MILEAGE, text(SessionField.END_MILEAGE));
        row(SessionField.DRIVER, driver);
        row(SessionField.VEHICLE, vehicle);
        row(SessionField.TYPE, type);
        choose(driver, names::drivers, chosen -> drafted().chooseDriver(chosen));
        choose(vehicle, names::vehicles, chosen -> drafted().chooseVehicle(chosen));
        type.setItems(LogInType.DRIVER, LogInType.DISPATCHER, LogInType.UNDEFINED);
        type.setItemLabelGenerator(each -> t("sessions.type." + each));
        type.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                begun.run();
                drafted().chooseType(event.getValue());
                tell();
            }
        });
    }

    /** Shows a draft over what is known of its session; nothing of it is told as a change. */
    void show(Draft newDraft, Shown newShown) {
        draft = newDraft;
        shown = newShown;
        left.clear();
        // Of a session that isn't anywhere yet there is nothing to compare with.
        setClassName("adding", newDraft.adding());
        showDraft();
        rows.forEach((field, row) -> row.compare(
                newShown.first() == null ? null : word(newShown.first().get(field)),
                newShown.now() == null ? null : word(newShown.now().get(field))));
        refresh();
    }

    /** Puts a suggestion into the fields, as if it had been typed. */
    void take(Proposal proposal) {
        drafted().take(proposal);
        left.addAll(proposal.values().keySet());
        showDraft();
        tell();
    }

    /** Says at each field what is wrong with it. */
    void mark(Map<SessionField, FieldMark> marks) {
        rows.forEach((field, row) -> row.mark(marks.get(field)));
    }

    void setReadOnly(boolean readOnly) {
        texts.values().forEach(text -> text.setReadOnly(readOnly));
        driver.setReadOnly(readOnly);
        vehicle.setReadOnly(readOnly);
        type.setReadOnly(readOnly);
    }

    void focus(SessionField field) {
        if (input(field) instanceof TextField text) {
            // At once: Vaadin's own focus() comes by a timer, and might take it from somebody who types on already.
            text.getElement().executeJs("this.focus(); this.inputElement && this.inputElement.select()");
        } else if (input(field) instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    /** Says at each field why it can't be saved, and puts the cursor into the first; false if there is none. */
    boolean showAllTroubles() {
        var troubles = drafted().troubles();
        left.addAll(EnumSet.allOf(SessionField.class));
        refresh();
        troubles.keySet().stream().findFirst().ifPresent(this::focus);
        return !troubles.isEmpty();
    }

    /** Says at a field why the service refused it. */
    void refuse(SessionField field, String words) {
        row(field).trouble(Optional.of(words));
        focus(field);
    }

    private void showDraft() {
        texts.forEach((field, text) -> text.setValue(drafted().text(field)));
        var values = drafted().values();
        driver.setValue(values.driver() == null ? null : names.driver(values.driver()));
        vehicle.setValue(values.vehicle() == null ? null : names.vehicle(values.vehicle()));
        type.setValue(values.type());
    }

    private <I extends Component & HasValidationProperties> void row(SessionField field, I input) {
        var row = new FieldRow("wrong-with-" + field, t("sessions.field." + field), input);
        rows.put(field, row);
        add(row);
        input.getElement().addEventListener("focusin", _ -> begun.run());
    }

    private TextField text(SessionField field) {
        var text = new TextField();
        texts.put(field, text);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(TYPING_PAUSE_MS);
        text.setAutocomplete(Autocomplete.OFF);
        text.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                begun.run();
                drafted().type(field, event.getValue());
                left.remove(field);
                tell();
            }
        });
        text.addBlurListener(_ -> leave(field, text));
        return text;
    }

    /** A text is written out, and its trouble said, when the cursor leaves it: not while somebody is typing. */
    private void leave(SessionField field, TextField text) {
        if (draft == null) {
            return;
        }
        left.add(field);
        String whole = draft.writtenOut(field);
        if (!whole.equals(text.getValue())) {
            text.setValue(whole);
            draft.type(field, whole);
        }
        tell();
    }

    private void choose(ComboBox<Named> box, Names.Search search, Consumer<@Nullable UUID> chosen) {
        box.setItems(query -> search.find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        box.setItemLabelGenerator(Named::name);
        // A session has a driver, so there is nothing to clear.
        box.setClearButtonVisible(box != driver);
        box.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                begun.run();
                chosen.accept(event.getValue() == null ? null : event.getValue().id());
                left.add(box == driver ? SessionField.DRIVER : SessionField.VEHICLE);
                tell();
            }
        });
    }

    private void tell() {
        refresh();
        changed.run();
    }

    private void refresh() {
        var values = drafted().values();
        var touched = drafted().touched();
        var now = shown == null ? null : shown.now();
        rows.forEach((field, row) -> {
            var trouble = left.contains(field) ? drafted().trouble(field) : Optional.<Phrase>empty();
            row.trouble(trouble.map(phrase -> t(phrase.key(), phrase.gaps().toArray())));
            row.moves(
                    now == null ? "" : Difference.between(now.get(field), values.get(field), written),
                    touched.contains(field));
        });
    }

    private String word(@Nullable Object value) {
        return switch (value) {
            case null -> t("sessions.none");
            case Instant at -> written.time(at, drafted().base().logIn());
            case UUID id -> names.either(id);
            default -> written.value(value);
        };
    }

    private Component input(SessionField field) {
        return switch (field) {
            case LOG_IN, LOG_OUT, START_MILEAGE, END_MILEAGE -> Objects.requireNonNull(texts.get(field));
            case DRIVER -> driver;
            case VEHICLE -> vehicle;
            case TYPE -> type;
        };
    }

    private FieldRow row(SessionField field) {
        return Objects.requireNonNull(rows.get(field));
    }

    private Draft drafted() {
        return Objects.requireNonNull(draft);
    }
}
