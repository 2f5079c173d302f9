package org.sessiondesk.sheet;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a file holds, as seen by going through it once.
 *
 * @param columns of a CSV by its head line, of JSON the members' names in the order in which they were met
 * @param rows records in all
 * @param samples by column its first value that isn't empty, as text, cut
 * @param unmarked by column what is to be asked about its dates and times; those with nothing to ask are left out
 * @param ids the columns that hold a Guid anywhere, as OnTime's IDs are
 */
public record FileShape(
        Format format,
        List<String> columns,
        long rows,
        Map<String, String> samples,
        Map<String, Unmarked> unmarked,
        Set<String> ids) {

    /**
     * Dates and times that don't say everything.
     *
     * @param times how many don't say their zone
     * @param unordered how many of them end with the year, so that the day or the month may come first
     * @param dayFirst how many of these can only be with the day first, as {@code 24/11/2026}
     * @param monthFirst how many can only be with the month first
     */
    public record Unmarked(long times, long unordered, long dayFirst, long monthFirst) {

        /** No such times. */
        public static final Unmarked NONE = new Unmarked(0, 0, 0, 0);

        /** One more time. */
        Unmarked plus(UnmarkedTime time) {
            var order = time.tells();
            return new Unmarked(
                    times + 1,
                    unordered + (time.needsOrder() ? 1 : 0),
                    dayFirst + (order == DateOrder.DAY_FIRST ? 1 : 0),
                    monthFirst + (order == DateOrder.MONTH_FIRST ? 1 : 0));
        }

        /** These and others. */
        public Unmarked plus(Unmarked others) {
            return new Unmarked(
                    times + others.times,
                    unordered + others.unordered,
                    dayFirst + others.dayFirst,
                    monthFirst + others.monthFirst);
        }
    }

    /** How it is written. */
    public enum Format {
        /** Values apart by comma, semicolon or tab. */
        CSV,
        /** A list of objects, or one object after another. */
        JSON
    }
}
