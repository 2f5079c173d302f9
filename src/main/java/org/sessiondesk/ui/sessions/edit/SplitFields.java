package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.worklist.Named;
import org.sessiondesk.worklist.VehicleLine;

/** What is typed about a split, read field by field. */
final class SplitFields {

    private final SessionValues whole;
    private final TimeText times;
    private final Written written;
    private final BiFunction<UUID, Instant, VehicleLine> neighbours;
    private final TextField at = new TextField(t("sessions.split.at"));
    private final TextField firstEnd;
    private final ComboBox<Named> vehicle = new ComboBox<>(t("sessions.split.vehicle"));
    private final TextField secondStart = new TextField(t("sessions.split.second-start"));
    private final TextField secondEnd = new TextField(t("sessions.split.second-end"));
    private Runnable typed = () -> {};

    /** @param neighbours what a vehicle did around a time */
    SplitFields(SessionValues whole, Names names, Written written, BiFunction<UUID, Instant, VehicleLine> neighbours) {
        this.whole = whole;
        this.times = new TimeText(written.times().zone());
        this.written = written;
        this.neighbours = neighbours;
        String first = whole.vehicle() == null
                ? t("sessions.no-vehicle")
                : names.vehicle(whole.vehicle()).name();
        this.firstEnd = new TextField(t("sessions.split.first-end", first));
        at.setHelperText(t(
                isOpen() ? "sessions.split.after" : "sessions.split.between",
                written.time(whole.logIn()),
                written.time(whole.logOut(), whole.logIn())));
        at.setRequiredIndicatorVisible(true);
        at.setAutofocus(true);
        secondEnd.setValue(MileageText.text(whole.endMileage()));
        vehicle.setItems(
                query -> names.vehicles(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        vehicle.setItemLabelGenerator(Named::name);
        vehicle.setRequiredIndicatorVisible(true);
        vehicle.addValueChangeListener(_ -> {
            vehicle.setInvalid(false);
            told();
        });
        for (var field : new TextField[] {at, firstEnd, secondStart, secondEnd}) {
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.setAutocomplete(Autocomplete.OFF);
            field.addValueChangeListener(_ -> {
                field.setInvalid(false);
                told();
            });
        }
    }

    /** Whether nobody has logged out yet. */
    boolean isOpen() {
        return whole.logOut() == null;
    }

    Component[] all() {
        return new Component[] {at, firstEnd, vehicle, secondStart, secondEnd};
    }

    void onTyped(Runnable newTyped) {
        typed = newTyped;
    }

    /** What can be read so far; nothing is said about what can't. */
    Optional<SplitPlan> readable() {
        var when = when();
        boolean possible = when != null && whyNotAt(when) == null && vehicle.getValue() != null;
        return possible && reads(firstEnd) && reads(secondStart) && reads(secondEnd)
                ? Optional.of(plan(Objects.requireNonNull(when)))
                : Optional.empty();
    }

    /** What was typed; where it can't be done each field says why. */
    Optional<SplitPlan> plan() {
        mark(at, whyNot());
        if (vehicle.getValue() == null) {
            vehicle.setErrorMessage(t("sessions.split.needs-vehicle"));
            vehicle.setInvalid(true);
        }
        for (var field : new TextField[] {firstEnd, secondStart, secondEnd}) {
            mark(field, reads(field) ? null : t("sessions.trouble.mileage"));
        }
        return readable();
    }

    void focusFirstTrouble() {
        if (at.isInvalid()) {
            at.focus();
        } else if (firstEnd.isInvalid()) {
            firstEnd.focus();
        } else if (vehicle.isInvalid()) {
            vehicle.focus();
        } else if (secondStart.isInvalid()) {
            secondStart.focus();
        } else if (secondEnd.isInvalid()) {
            secondEnd.focus();
        }
    }

    /** Says at a field why it was refused; whether there is such a field here. */
    boolean refuse(String field, String why) {
        switch (field) {
            case "LOG_IN", "LOG_OUT" -> mark(at, why);
            case "VEHICLE" -> {
                vehicle.setErrorMessage(why);
                vehicle.setInvalid(true);
            }
            case "START_MILEAGE" -> mark(secondStart, why);
            case "END_MILEAGE" -> mark(isOpen() ? secondEnd : firstEnd, why);
            default -> {
                return false;
            }
        }
        return true;
    }

    private SplitPlan plan(Instant when) {
        return new SplitPlan(
                whole, when, mileage(firstEnd), vehicle.getValue().id(), mileage(secondStart), mileage(secondEnd));
    }

    private void told() {
        var when = when();
        var chosen = vehicle.getValue();
        var before = when == null || chosen == null
                ? null
                : neighbours.apply(chosen.id(), when).before();
        secondStart.setHelperText(
                before == null || before.mileage() == null
                        ? ""
                        : t("sessions.split.last-read", written.number(before.mileage()), written.time(before.at())));
        typed.run();
    }

    private @Nullable Instant when() {
        return times.read(at.getValue(), whole.logIn()) instanceof TimeText.Reading.Read(Instant read) ? read : null;
    }

    private @Nullable String whyNot() {
        return switch (times.read(at.getValue(), whole.logIn())) {
            case TimeText.Reading.Read(Instant read) -> whyNotAt(read);
            case TimeText.Reading.Empty _, TimeText.Reading.Unreadable _ -> t("sessions.trouble.time");
            case TimeText.Reading.Skipped(var from, var to) -> t("sessions.trouble.skipped", from, to);
            case TimeText.Reading.Twice(var first, var second) -> t("sessions.trouble.twice", first, second);
        };
    }

    private @Nullable String whyNotAt(Instant when) {
        var end = whole.logOut() == null ? written.now() : whole.logOut();
        boolean within = whole.logIn() != null && when.isAfter(whole.logIn()) && when.isBefore(end);
        return within ? null : t(isOpen() ? "sessions.split.not-yet" : "sessions.split.not-within");
    }

    private static boolean reads(TextField field) {
        return field.getValue().isBlank() || MileageText.read(field.getValue()).isPresent();
    }

    private static @Nullable Integer mileage(TextField field) {
        var read = MileageText.read(field.getValue());
        return read.isPresent() ? read.getAsInt() : null;
    }

    private static void mark(TextField field, @Nullable String trouble) {
        field.setErrorMessage(trouble);
        field.setInvalid(trouble != null);
    }
}
