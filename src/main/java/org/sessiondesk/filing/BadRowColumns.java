package org.sessiondesk.filing;

import java.util.List;

/**
 * The columns with which bad rows are handed out before their own. They mean nothing when the file comes back, and have
 * a blank in their names, so that no member of OnTime's records is taken for one.
 */
public final class BadRowColumns {

    /** Line, field and reason. */
    public static final List<String> NAMES = List.of("Line in the file", "Wrong field", "What is wrong");

    /** What stood in a JSON list in the place of a record: in its place an object with this member is handed out. */
    public static final String INSTEAD = "What stands there";

    private BadRowColumns() {}

    /** Whether it is one of them, in any case. */
    public static boolean isOne(String column) {
        return INSTEAD.equalsIgnoreCase(column) || isNew(column);
    }

    /** Whether it is one that is said anew each time a row is handed out. */
    public static boolean isNew(String column) {
        return NAMES.stream().anyMatch(name -> name.equalsIgnoreCase(column.strip()));
    }

    /** The columns without these. */
    public static List<String> without(List<String> columns) {
        return columns.stream().filter(column -> !isOne(column)).toList();
    }
}
