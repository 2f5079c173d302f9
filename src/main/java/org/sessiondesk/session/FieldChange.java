package org.sessiondesk.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.LogInType;

/** One field of a session before and after, as the correction's row and the trail keep it. */
record FieldChange(
        SessionField field,
        @Nullable Object before,
        @Nullable Object after) {

    static List<FieldChange> between(SessionValues before, SessionValues after, Set<SessionField> fields) {
        var changes = new ArrayList<FieldChange>();
        for (var field : SessionField.values()) {
            if (fields.contains(field)) {
                changes.add(new FieldChange(field, before.get(field), after.get(field)));
            }
        }
        return changes;
    }

    /** {@code {"field": …, "before": …, "after": …}}: numbers as numbers, all else as text. */
    Map<String, @Nullable Object> toMap() {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("field", field.name());
        map.put("before", plain(before));
        map.put("after", plain(after));
        return map;
    }

    /** The values with the stored changes taken back. */
    static SessionValues undo(SessionValues now, List<Map<String, @Nullable Object>> changes) {
        return put(now, changes, "before");
    }

    /** The values with the stored changes made again. */
    static SessionValues redo(SessionValues now, List<Map<String, @Nullable Object>> changes) {
        return put(now, changes, "after");
    }

    private static SessionValues put(SessionValues now, List<Map<String, @Nullable Object>> changes, String side) {
        var values = now;
        for (var change : changes) {
            var field = SessionField.valueOf(String.valueOf(change.get("field")));
            var value = change.get(side);
            values = values.with(Set.of(field), only(field, value == null ? null : value.toString()));
        }
        return values;
    }

    /** Those of the stored changes whose field still has the value that they gave it. */
    static List<Map<String, @Nullable Object>> standing(
            SessionValues now, List<Map<String, @Nullable Object>> changes) {
        return changes.stream()
                .filter(change -> {
                    var field = SessionField.valueOf(String.valueOf(change.get("field")));
                    return Objects.equals(plain(now.get(field)), change.get("after"));
                })
                .toList();
    }

    private static SessionValues only(SessionField field, @Nullable String text) {
        if (text == null) {
            return new SessionValues(null, null, LogInType.UNDEFINED, null, null, null, null);
        }
        return switch (field) {
            case DRIVER -> new SessionValues(UUID.fromString(text), null, LogInType.UNDEFINED, null, null, null, null);
            case VEHICLE -> new SessionValues(null, UUID.fromString(text), LogInType.UNDEFINED, null, null, null, null);
            case TYPE -> new SessionValues(null, null, LogInType.valueOf(text), null, null, null, null);
            case LOG_IN -> new SessionValues(null, null, LogInType.UNDEFINED, Instant.parse(text), null, null, null);
            case LOG_OUT -> new SessionValues(null, null, LogInType.UNDEFINED, null, Instant.parse(text), null, null);
            case START_MILEAGE ->
                new SessionValues(null, null, LogInType.UNDEFINED, null, null, Integer.valueOf(text), null);
            case END_MILEAGE ->
                new SessionValues(null, null, LogInType.UNDEFINED, null, null, null, Integer.valueOf(text));
        };
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value == null || value instanceof Integer ? value : value.toString();
    }
}
