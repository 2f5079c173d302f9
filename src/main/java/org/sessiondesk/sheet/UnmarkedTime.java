package org.sessiondesk.sheet;

import java.time.LocalDateTime;
import java.util.regex.Pattern;

/** Dates with a time that don't say in which zone. */
public final class UnmarkedTime {

    private static final Pattern UNMARKED =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[Tt ](\\d{2}:\\d{2})(:\\d{2}(?:[.,]\\d{1,9})?)?");

    private static final int SHORTEST = "2026-06-02 07:15".length();

    /** .NET's way to say none. */
    private static final String NONE = "0001-01-01";

    private UnmarkedTime() {}

    /** Whether this is one, blanks around it aside. */
    public static boolean is(String text) {
        if (text.length() < SHORTEST) {
            return false;
        }
        String time = text.strip();
        return UNMARKED.matcher(time).matches() && !time.startsWith(NONE);
    }

    /**
     * The reading of a clock that it is.
     *
     * @throws java.time.DateTimeException if no calendar has this day or no clock this time
     */
    public static LocalDateTime parse(String text) {
        var parts = UNMARKED.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("no unmarked time");
        }
        String seconds = parts.group(3) == null ? ":00" : parts.group(3).replace(',', '.');
        return LocalDateTime.parse(parts.group(1) + "T" + parts.group(2) + seconds);
    }
}
