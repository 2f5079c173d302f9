package org.sessiondesk.ui.sessions.edit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;

/**
 * What a person has typed over a session's values so far. A field whose text is as it was shown keeps its value to the
 * last fraction of a second; one that can't be read keeps it too, and says why it can't be saved.
 */
public final class Draft {

    private final SessionValues base;
    private final boolean adding;
    private final ZoneId zone;
    private final @Nullable LocalDate day;
    private final UUID request;
    private final TextBoxes boxes;
    private final Map<SessionField, Proposal> taken = new EnumMap<>(SessionField.class);
    private @Nullable UUID driver;
    private @Nullable UUID vehicle;
    private LogInType type;

    private Draft(
            SessionValues base, TextBoxes boxes, boolean adding, ZoneId zone, @Nullable LocalDate day, UUID request) {
        this.request = request;
        this.base = base;
        this.boxes = boxes;
        this.adding = adding;
        this.zone = zone;
        this.day = day;
        this.driver = base.driver();
        this.vehicle = base.vehicle();
        this.type = base.type();
    }

    /** Over a session that is there. */
    public static Draft of(SessionValues base, ZoneId zone) {
        var day = base.logIn() == null ? null : LocalDate.ofInstant(base.logIn(), zone);
        return new Draft(base, TextBoxes.of(base, zone), false, zone, day, UUID.randomUUID());
    }

    /** Of a session to be added; a log-in typed without a date is of this day. */
    public static Draft adding(LocalDate day, ZoneId zone) {
        var nothing = new SessionValues(null, null, LogInType.DRIVER, null, null, null, null);
        return new Draft(nothing, TextBoxes.of(nothing, zone), true, zone, day, UUID.randomUUID());
    }

    /** The same typing over other values: what wasn't touched follows them. */
    public Draft over(SessionValues newBase) {
        var moved = new Draft(newBase, boxes.over(newBase), adding, zone, day, request);
        moved.taken.putAll(taken);
        var touched = touched();
        if (touched.contains(SessionField.DRIVER)) {
            moved.driver = driver;
        }
        if (touched.contains(SessionField.VEHICLE)) {
            moved.vehicle = vehicle;
        }
        if (touched.contains(SessionField.TYPE)) {
            moved.type = type;
        }
        return moved;
    }

    /** What it started from. */
    public SessionValues base() {
        return base;
    }

    /** What this wish to add a session is called, however often it is sent. */
    public UUID request() {
        return request;
    }

    /** Whether it is for a session that isn't there yet. */
    public boolean adding() {
        return adding;
    }

    /** Types into one of the four text boxes. */
    public void type(SessionField field, String text) {
        boxes.of(field).type(text);
    }

    /** Takes a suggestion into its fields. What another answer of its problem typed, and still stands there, is let go. */
    public void take(Proposal proposal) {
        taken.entrySet().removeIf(former -> {
            boolean over = proposal.insteadOf(former.getValue());
            if (over && holds(former.getKey(), former.getValue())) {
                letGo(former.getKey());
            }
            return over;
        });
        proposal.values().forEach((field, value) -> {
            take(field, value);
            taken.put(field, proposal);
        });
    }

    private boolean holds(SessionField field, Proposal former) {
        return Objects.equals(former.values().get(field), values().get(field));
    }

    private void letGo(SessionField field) {
        switch (field) {
            case LOG_IN, LOG_OUT, START_MILEAGE, END_MILEAGE -> boxes.of(field).letGo();
            case DRIVER -> driver = base.driver();
            case VEHICLE -> vehicle = base.vehicle();
            case TYPE -> type = base.type();
        }
    }

    private void take(SessionField field, Object value) {
        switch (value) {
            case Instant at -> boxes.take(field, at);
            case Integer reading -> boxes.take(field, reading);
            case UUID id when field == SessionField.DRIVER -> driver = id;
            case UUID id when field == SessionField.VEHICLE -> vehicle = id;
            default -> throw new IllegalArgumentException(field + " can't be " + value);
        }
    }

    public void chooseDriver(@Nullable UUID chosen) {
        driver = chosen;
    }

    public void chooseVehicle(@Nullable UUID chosen) {
        vehicle = chosen;
    }

    public void chooseType(LogInType chosen) {
        type = chosen;
    }

    /** What stands in one of the four text boxes. */
    public String text(SessionField field) {
        return boxes.of(field).text();
    }

    /** The field's text written out, once it can be read: {@code 17:05} becomes {@code 2026-06-02 17:05}. */
    public String writtenOut(SessionField field) {
        return trouble(field).isPresent() ? text(field) : boxes.of(field).writtenOut(after(field));
    }

    /** The fields in which something else stands than was shown, readable or not. */
    public Set<SessionField> touched() {
        var touched = EnumSet.noneOf(SessionField.class);
        for (var field : SessionField.values()) {
            boolean other = switch (field) {
                case LOG_IN, LOG_OUT, START_MILEAGE, END_MILEAGE ->
                    boxes.of(field).touched();
                case DRIVER -> !Objects.equals(driver, base.driver());
                case VEHICLE -> !Objects.equals(vehicle, base.vehicle());
                case TYPE -> type != base.type();
            };
            if (other) {
                touched.add(field);
            }
        }
        return touched;
    }

    /** The values as they would be saved; a text that can't be read leaves the value that was there. */
    public SessionValues values() {
        var begins = boxes.logIn().value(startOfDay());
        return new SessionValues(
                driver,
                vehicle,
                type,
                begins,
                boxes.logOut().value(begins),
                boxes.startMileage().value(null),
                boxes.endMileage().value(null));
    }

    /** The fields in which a save would change the session. */
    public Set<SessionField> changed() {
        return base.differences(values());
    }

    /** Why the field can't be saved as it stands, as far as the text alone tells. */
    public Optional<Phrase> trouble(SessionField field) {
        return switch (field) {
            case LOG_IN -> boxes.logIn().trouble(after(field)).or(() -> missing(values().logIn(), "logIn"));
            case LOG_OUT -> boxes.logOut().trouble(after(field)).or(this::beforeLogIn);
            case START_MILEAGE, END_MILEAGE -> boxes.of(field).trouble(null);
            case DRIVER -> missing(driver, "driver");
            case VEHICLE, TYPE -> Optional.empty();
        };
    }

    /** All that keeps it from being saved. */
    public Map<SessionField, Phrase> troubles() {
        var troubles = new EnumMap<SessionField, Phrase>(SessionField.class);
        for (var field : SessionField.values()) {
            trouble(field).ifPresent(phrase -> troubles.put(field, phrase));
        }
        return troubles;
    }

    private Optional<Phrase> beforeLogIn() {
        var values = values();
        boolean edited = changed().contains(SessionField.LOG_IN) || changed().contains(SessionField.LOG_OUT);
        boolean before = values.logIn() != null
                && values.logOut() != null
                && values.logOut().isBefore(values.logIn());
        return edited && before ? Optional.of(Phrase.of("sessions.trouble.before-log-in")) : Optional.empty();
    }

    private static Optional<Phrase> missing(@Nullable Object value, String field) {
        return value == null ? Optional.of(Phrase.of("sessions.trouble.missing." + field)) : Optional.empty();
    }

    /** What a time without a date comes after. */
    private @Nullable Instant after(SessionField field) {
        return field == SessionField.LOG_OUT ? values().logIn() : startOfDay();
    }

    /** One tick before the day began, so that midnight itself is the first time after it. */
    private @Nullable Instant startOfDay() {
        return day == null ? null : day.atStartOfDay(zone).toInstant().minusNanos(1_000);
    }
}
