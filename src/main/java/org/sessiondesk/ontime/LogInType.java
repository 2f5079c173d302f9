package org.sessiondesk.ontime;

import java.util.Arrays;
import java.util.Optional;

/** How a user logged in. OnTime writes a name or the ordinal of this order; both are read, the name is written. */
public enum LogInType {
    UNDEFINED("Undefined"),
    DISPATCHER("Dispatcher"),
    DRIVER("Driver");

    private final String wireName;

    LogInType(String wireName) {
        this.wireName = wireName;
    }

    /** A name in any case or an ordinal; no text is undefined, garbage is empty. */
    static Optional<LogInType> read(String text) {
        String name = text.strip();
        return name.isEmpty()
                ? Optional.of(UNDEFINED)
                : Arrays.stream(values())
                        .filter(type -> name.equalsIgnoreCase(type.wireName) || name.equals("" + type.ordinal()))
                        .findFirst();
    }

    /** OnTime's own spelling, as it is sent. */
    public String wireName() {
        return wireName;
    }
}
