package org.sessiondesk.audit;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A record that a fact is about, found again by {@link AuditQueries#history}.
 *
 * @param kind what it is: {@code session}, {@code delivery}, {@code account}, {@code driver}, …
 * @param id its id as text, never a name
 */
public record Subject(String kind, String id) {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,31}");
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,100}");

    public Subject {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("a subject's kind is a lower-case word, not '" + kind + "'");
        }
        // No blanks and no control characters: an id, and one that every column can hold.
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a subject's id is 1 to 100 printable ASCII characters without blanks");
        }
    }

    public static Subject of(String kind, UUID id) {
        return new Subject(kind, id.toString());
    }
}
