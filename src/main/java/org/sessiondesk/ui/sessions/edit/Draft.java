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

    private static final Set<SessionField> TYPED =
            EnumSet.of(SessionField.LOG_IN, SessionField.LOG_OUT, SessionField.START_MILEAGE, SessionField.END_MILEAGE);

    private final SessionValues base;
    private final boolean adding;
    private final ZoneId zone;
    private final TimeText times;
    private final @Nullable LocalDate day;
    private final UUID request;
    private final Map<SessionField, String> texts = new EnumMap<>(SessionField.class);
    private @Nullable UUID driver;
    private @Nullable UUID vehicle;
    private LogInType type;

    private Draft(SessionValues base, boolean adding, ZoneId zone, @Nullable LocalDate day, UUID request) {
        this.request = request;
        this.base = base;
        this.adding = adding;
        this.zone = zone;
        this.times = new TimeText(zone);
        this.day = day;
        this.driver = base.driver();
        this.vehicle = base.vehicle();
        this.type = base.type();
        TYPED.forEach(field -> texts.put(field, shown(field)));
    }

    /** Over a session that is there. */
    public static Draft of(SessionValues base, ZoneId zone) {
        var day = base.logIn() == null ? null : LocalDate.ofInstant(base.logIn(), zone);
        return new Draft(base, false, zone, day, UUID.randomUUID());
    }

    /** Of a session to be added; a log-in typed without a date is of this day. */
    public static Draft adding(LocalDate day, ZoneId zone) {
        var nothing = new SessionValues(null, null, LogInType.DRIVER, null, null, null, null);
        return new Draft(nothing, true, zone, day, UUID.randomUUID());
    }

    /** The same typing over other values: what wasn't touched follows them. */
    public Draft over(SessionValues newBase) {
        var moved = new Draft(newBase, adding, zone, day, request);
        var touched = touched();
        for (var field : touched) {
            switch (field) {
                case DRIVER -> moved.driver = driver;
                case VEHICLE -> moved.vehicle = vehicle;
                case TYPE -> moved.type = type;
                case LOG_IN, LOG_OUT, START_MILEAGE, END_MILEAGE -> moved.texts.put(field, text(field));
            }
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
        texts.put(field, text);
    }

    /** Takes a value into a field: an {@code Instant}, an {@code Integer} or a {@code UUID}. */
    public void take(SessionField field, Object value) {
        switch (value) {
            case Instant at -> type(field, times.text(at));
            case Integer reading -> type(field, MileageText.text(reading));
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
        return Objects.requireNonNull(texts.get(field));
    }

    /** The field's text written out, once it can be read: {@code 17:05} becomes {@code 2026-06-02 17:05}. */
    public String writtenOut(SessionField field) {
        if (text(field).equals(shown(field)) || trouble(field).isPresent()) {
            return text(field);
        }
        return switch (values().get(field)) {
            case null -> "";
            case Instant at -> times.text(at);
            case Integer mileage -> MileageText.text(mileage);
            default -> text(field);
        };
    }

    /** The fields in which something else stands than was shown, readable or not. */
    public Set<SessionField> touched() {
        var touched = EnumSet.noneOf(SessionField.class);
        TYPED.stream()
                .filter(field -> !text(field).strip().equals(shown(field)))
                .forEach(touched::add);
        if (!Objects.equals(driver, base.driver())) {
            touched.add(SessionField.DRIVER);
        }
        if (!Objects.equals(vehicle, base.vehicle())) {
            touched.add(SessionField.VEHICLE);
        }
        if (type != base.type()) {
            touched.add(SessionField.TYPE);
        }
        return touched;
    }

    /** The values as they would be saved; a text that can't be read leaves the value that was there. */
    public SessionValues values() {
        var logIn = instant(SessionField.LOG_IN, base.logIn(), startOfDay());
        return new SessionValues(
                driver,
                vehicle,
                type,
                logIn,
                instant(SessionField.LOG_OUT, base.logOut(), logIn),
                mileage(SessionField.START_MILEAGE, base.startMileage()),
                mileage(SessionField.END_MILEAGE, base.endMileage()));
    }

    /** The fields in which a save would change the session. */
    public Set<SessionField> changed() {
        return base.differences(values());
    }

    /** Why the field can't be saved as it stands, as far as the text alone tells. */
    public Optional<Phrase> trouble(SessionField field) {
        return switch (field) {
            case LOG_IN -> timeTrouble(field, startOfDay()).or(() -> missing(values().logIn(), "logIn"));
            case LOG_OUT -> timeTrouble(field, values().logIn()).or(this::beforeLogIn);
            case START_MILEAGE, END_MILEAGE -> mileageTrouble(field);
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

    private Optional<Phrase> timeTrouble(SessionField field, @Nullable Instant after) {
        if (text(field).strip().equals(shown(field))) {
            return Optional.empty();
        }
        return switch (times.read(text(field), after)) {
            case TimeText.Reading.Read _, TimeText.Reading.Empty _ -> Optional.empty();
            case TimeText.Reading.Skipped(var from, var to) ->
                Optional.of(Phrase.of("sessions.trouble.skipped", from, to));
            case TimeText.Reading.Twice(var first, var second) ->
                Optional.of(Phrase.of("sessions.trouble.twice", first, second));
            case TimeText.Reading.Unreadable _ -> Optional.of(Phrase.of("sessions.trouble.time"));
        };
    }

    private Optional<Phrase> beforeLogIn() {
        var values = values();
        boolean edited = changed().contains(SessionField.LOG_IN) || changed().contains(SessionField.LOG_OUT);
        boolean before = values.logIn() != null
                && values.logOut() != null
                && values.logOut().isBefore(values.logIn());
        return edited && before ? Optional.of(Phrase.of("sessions.trouble.before-log-in")) : Optional.empty();
    }

    private Optional<Phrase> mileageTrouble(SessionField field) {
        String text = text(field).strip();
        boolean fine = text.isEmpty()
                || text.equals(shown(field))
                || MileageText.read(text).isPresent();
        return fine ? Optional.empty() : Optional.of(Phrase.of("sessions.trouble.mileage"));
    }

    private static Optional<Phrase> missing(@Nullable Object value, String field) {
        return value == null ? Optional.of(Phrase.of("sessions.trouble.missing." + field)) : Optional.empty();
    }

    private @Nullable Instant instant(SessionField field, @Nullable Instant was, @Nullable Instant after) {
        if (text(field).strip().equals(shown(field))) {
            return was;
        }
        return switch (times.read(text(field), after)) {
            case TimeText.Reading.Read(Instant at) -> at;
            case TimeText.Reading.Empty _ -> null;
            case TimeText.Reading.Skipped _, TimeText.Reading.Twice _, TimeText.Reading.Unreadable _ -> was;
        };
    }

    private @Nullable Integer mileage(SessionField field, @Nullable Integer was) {
        String text = text(field).strip();
        if (text.equals(shown(field))) {
            return was;
        }
        if (text.isEmpty()) {
            return null;
        }
        var read = MileageText.read(text);
        return read.isPresent() ? Integer.valueOf(read.getAsInt()) : was;
    }

    private String shown(SessionField field) {
        return switch (base.get(field)) {
            case null -> "";
            case Instant at -> times.text(at);
            case Integer mileage -> MileageText.text(mileage);
            default -> "";
        };
    }

    /** One tick before the day began, so that midnight itself is the first time after it. */
    private @Nullable Instant startOfDay() {
        return day == null ? null : day.atStartOfDay(zone).toInstant().minusNanos(1_000);
    }
}
