package org.sessiondesk.judge;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.SessionField;

/**
 * What was probably meant.
 *
 * @param field what changes
 * @param value an {@code Integer}, an {@code Instant} or a {@code UUID}, as the field has it; of a new odometer the
 *     reading that stays
 * @param confidence from 0 to 1
 * @param also what has to change with it, the other reading of two that were swapped; has none itself
 */
public record Suggestion(
        SessionField field,
        Object value,
        Why why,
        double confidence,
        @Nullable Suggestion also) {

    public Suggestion {
        if (!(value instanceof Integer) && !(value instanceof Instant) && !(value instanceof UUID)) {
            throw new IllegalArgumentException("a suggestion of " + value.getClass());
        }
    }

    /** One that changes one field. */
    public Suggestion(SessionField field, Object value, Why why, double confidence) {
        this(field, value, why, confidence, null);
    }

    /** All that changes, the other field of two included. */
    public Map<SessionField, Object> changes() {
        Map<SessionField, Object> changes = new LinkedHashMap<>();
        changes.put(field, value);
        if (also != null) {
            changes.put(also.field, also.value);
        }
        return changes;
    }
}
