package org.sessiondesk.sheet;

import java.util.regex.Pattern;

/**
 * The apostrophe before a text of a CSV that a spreadsheet would run as a formula. It is put there when a file leaves
 * and comes off when one is read, so that a text survives the way there and back.
 */
public final class FormulaGuard {

    /** Full-width signs are signs, too, where people type Chinese or Japanese. */
    private static final String BEGINS = "[=+@\\t\\r\\n＝＋－＠-]";

    private static final Pattern FORMULA = Pattern.compile("(?s)'*" + BEGINS + ".*");
    private static final Pattern GUARDED = Pattern.compile("(?s)'+" + BEGINS + ".*");

    private FormulaGuard() {}

    /** The text as it may stand in a CSV. */
    public static String guarded(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** The text that stands in a CSV. */
    public static String unguarded(String cell) {
        return GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
