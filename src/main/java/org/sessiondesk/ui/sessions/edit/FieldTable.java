package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
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
    private final Runnable changed;
    private final Map<SessionField, TextField> texts = new EnumMap<>(SessionField.class);
    private final ComboBox<Named> driver = new ComboBox<>();
    private final ComboBox<Named> vehicle = new ComboBox<>();
    private final ComboBox<LogInType> type = new ComboBox<>();
    private final Map<SessionField, Span> labels = new EnumMap<>(SessionField.class);
    private final Map<SessionField, Span> differences = new EnumMap<>(SessionField.class);
    private final Map<SessionField, Span> firsts = new EnumMap<>(SessionField.class);
    private final Map<SessionField, Span> nows = new EnumMap<>(SessionField.class);
    private final Set<SessionField> left = EnumSet.noneOf(SessionField.class);
    private transient @Nullable Draft draft;
    private transient @Nullable Shown shown;

    FieldTable(Names names, Written written, Runnable changed) {
        this.names = names;
        this.written = written;
        this.changed = changed;
        addClassName("fields");
        getElement().setAttribute("role", "table").setAttribute("aria-label", t("sessions.fields"));
        add(row(new Span(), new Span(t("sessions.new-value")), head("first"), head("now"), head("difference")));
        for (var field : SessionField.values()) {
            add(row(field));
        }
        choose(driver, names::drivers, chosen -> drafted().chooseDriver(chosen));
        choose(vehicle, names::vehicles, chosen -> drafted().chooseVehicle(chosen));
        type.setItems(LogInType.DRIVER, LogInType.DISPATCHER, LogInType.UNDEFINED);
        type.setItemLabelGenerator(each -> t("sessions.type." + each));
        type.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
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
        for (var field : SessionField.values()) {
            fill(
                    firsts,
                    field,
                    newShown.first() == null ? null : word(newShown.first().get(field)));
            fill(
                    nows,
                    field,
                    newShown.now() == null ? null : word(newShown.now().get(field)));
        }
        refresh();
    }

    /** Puts values into the fields, as if they had been typed. */
    void take(Map<SessionField, Object> values) {
        values.forEach(drafted()::take);
        left.addAll(values.keySet());
        showDraft();
        tell();
    }

    /** Says at each field what is wrong with it. */
    void mark(Map<SessionField, String> problems) {
        labels.forEach((field, label) -> {
            String problem = problems.get(field);
            String name = t("sessions.field." + field);
            label.setText(problem == null ? name : "▲ " + name);
            label.setTitle(problem == null ? "" : problem);
            label.setClassName("amber", problem != null);
            input(field).getElement().getClassList().set("has-problem", problem != null);
        });
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
        if (input(field) instanceof HasValidationProperties input) {
            input.setErrorMessage(words);
            input.setInvalid(true);
        }
        focus(field);
    }

    /** Focus in any field counts as the beginning of work on the session. */
    void onFocus(Runnable begun) {
        for (var field : SessionField.values()) {
            input(field).getElement().addEventListener("focusin", _ -> begun.run());
        }
    }

    private void showDraft() {
        texts.forEach((field, text) -> text.setValue(drafted().text(field)));
        var values = drafted().values();
        driver.setValue(values.driver() == null ? null : names.driver(values.driver()));
        vehicle.setValue(values.vehicle() == null ? null : names.vehicle(values.vehicle()));
        type.setValue(values.type());
    }

    private Div row(SessionField field) {
        var first = firsts.computeIfAbsent(field, _ -> new Span());
        var now = nows.computeIfAbsent(field, _ -> new Span());
        var difference = differences.computeIfAbsent(field, _ -> new Span());
        var input = switch (field) {
            case LOG_IN, LOG_OUT, START_MILEAGE, END_MILEAGE -> text(field);
            case DRIVER -> driver;
            case VEHICLE -> vehicle;
            case TYPE -> type;
        };
        String label = t("sessions.field." + field);
        input.getElement().setProperty("accessibleName", label);
        var name = new Span(label);
        labels.put(field, name);
        return row(name, input, first, now, difference);
    }

    private static Div row(Span name, Component input, Component first, Component now, Component difference) {
        var row = new Div();
        row.addClassName("field-row");
        row.getElement().setAttribute("role", "row");
        name.addClassName("field-label");
        name.getElement().setAttribute("role", "rowheader");
        row.add(name);
        for (var cell : new Component[] {input, first, now, difference}) {
            var box = new Div(cell);
            box.getElement().setAttribute("role", "cell");
            row.add(box);
        }
        return row;
    }

    private static Span head(String key) {
        return new Span(t("sessions.head." + key));
    }

    private TextField text(SessionField field) {
        var text = new TextField();
        texts.put(field, text);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(TYPING_PAUSE_MS);
        text.setAutocomplete(Autocomplete.OFF);
        text.addValueChangeListener(event -> {
            if (event.isFromClient()) {
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
        for (var field : SessionField.values()) {
            boolean says = left.contains(field);
            var trouble = says ? drafted().trouble(field) : Optional.<Phrase>empty();
            if (input(field) instanceof HasValidationProperties input) {
                input.setErrorMessage(
                        trouble.map(phrase -> t(phrase.key(), phrase.gaps().toArray()))
                                .orElse(""));
                input.setInvalid(trouble.isPresent());
            }
            input(field).getElement().getClassList().set("touched", touched.contains(field));
            var now = shown == null || shown.now() == null ? null : shown.now();
            fill(differences, field, now == null ? "" : Difference.between(now.get(field), values.get(field), written));
        }
    }

    private String word(@Nullable Object value) {
        return switch (value) {
            case null -> t("sessions.none");
            case Instant at -> written.time(at, drafted().base().logIn());
            case UUID id -> names.either(id);
            default -> written.value(value);
        };
    }

    private static void fill(Map<SessionField, Span> cells, SessionField field, @Nullable String words) {
        var cell = Objects.requireNonNull(cells.get(field));
        cell.setText(words == null ? "" : words);
        cell.setTitle(words == null ? "" : words);
    }

    private Component input(SessionField field) {
        return switch (field) {
            case LOG_IN, LOG_OUT, START_MILEAGE, END_MILEAGE -> Objects.requireNonNull(texts.get(field));
            case DRIVER -> driver;
            case VEHICLE -> vehicle;
            case TYPE -> type;
        };
    }

    private Draft drafted() {
        return Objects.requireNonNull(draft);
    }
}
