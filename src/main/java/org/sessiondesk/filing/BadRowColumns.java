package org.sessiondesk.filing;

import java.util.List;

/**
 * The columns with which bad rows are handed out before their own. They mean nothing when the file comes back, and have
 * a blank in their names, so that no member of OnTime's records is taken for one.
 */
public final class BadRowColumns {

    /** Line, field and reason. */
    public static final List<String> NAMES = List.of("Line in the file", "Wrong field", "What is wrong");

    private BadRowColumns() {}

    /** Whether it is one of them, in any case. */
    public static boolean isOne(String column) {
        return NAMES.stream().anyMatch(name -> name.equalsIgnoreCase(column.strip()));
    }

    /** The columns without these. */
    public static List<String> without(List<String> columns) {
        return columns.stream().filter(column -> !isOne(column)).toList();
    }
}
