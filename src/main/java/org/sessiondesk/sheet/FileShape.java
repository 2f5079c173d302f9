package org.sessiondesk.sheet;

import java.util.List;
import java.util.Map;

/**
 * What a file holds, as seen by going through it once.
 *
 * @param columns of a CSV by its head line, of JSON the members' names in the order in which they were met
 * @param rows records in all
 * @param samples by column its first value that isn't empty, as text, cut
 * @param unmarked by column how many of its values are a date and time that doesn't say its zone; those with none are
 *     left out
 */
public record FileShape(
        Format format, List<String> columns, long rows, Map<String, String> samples, Map<String, Long> unmarked) {

    /** How it is written. */
    public enum Format {
        /** Values apart by comma, semicolon or tab. */
        CSV,
        /** A list of objects, or one object after another. */
        JSON
    }
}
