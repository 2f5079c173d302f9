package org.sessiondesk.filing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of OnTime's record that a column of a file can be.
 *
 * @param wireName OnTime's own spelling
 * @param spellings by which a column is guessed, lower-case letters and digits only, the surest first
 * @param words by which it is guessed after these, if its values fit: what holds a name as often
 */
public record FileField(String wireName, Form form, List<String> spellings, List<String> words) {

    /** Of every record, and what tells it from others. */
    static final String RECORD_ID = "ID";

    /** How a field's values are written. */
    public enum Form {
        /** An OnTime ID, a Guid. */
        ID("UserID"),
        /** Undefined, Dispatcher or Driver. */
        TYPE("LogInType"),
        /** A date with a time. */
        TIME("LogInTime"),
        /** A whole number. */
        NUMBER("StartMileage"),
        /** Anything. */
        TEXT(null),
        /** Yes or no, in any of their spellings. */
        YES_NO(null);

        private final @Nullable String standIn;

        Form(@Nullable String standIn) {
            this.standIn = standIn;
        }

        /** The member of a session that is written so: whoever reads that one can read this. Null where none is. */
        @Nullable
        String standIn() {
            return standIn;
        }
    }

    static FileField of(String wireName, Form form, String... spellings) {
        return new FileField(wireName, form, List.of(spellings), List.of());
    }

    FileField or(String... words) {
        return new FileField(wireName, form, spellings, List.of(words));
    }
}
