package org.sessiondesk.table;

/**
 * A column.
 *
 * @param head what it is called
 * @param width how wide beside the others, in letters
 * @param figures whether its values stand at the right, as numbers do
 */
public record Column(String head, int width, boolean figures) {

    /** A column of words, days or moments. */
    public static Column words(String head, int width) {
        return new Column(head, width, false);
    }

    /** A column of numbers or durations. */
    public static Column figures(String head, int width) {
        return new Column(head, width, true);
    }
}
