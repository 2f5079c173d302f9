package org.sessiondesk.sheet;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date with a time that doesn't say in which zone, as it is written: {@code 2026-06-02 07:15}, or with the year last
 * and perhaps by a clock of twelve hours, {@code 6/2/2026 7:15 AM}.
 */
public final class UnmarkedTime {

    // Between the minutes and AM spreadsheet programs write a narrow blank that doesn't break.
    private static final String CLOCK =
            "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?"
                    + "(?:[ \\u00A0\\u202F]?(?<half>[AaPp])\\.?[Mm]\\.?)?";
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<year>\\d{4})-(?<first>\\d{1,2})-(?<next>\\d{1,2})(?:[Tt]| +)" + CLOCK);
    private static final Pattern YEAR_LAST = Pattern.compile(
            "(?<first>\\d{1,2})(?<mark>[/.-])(?<next>\\d{1,2})\\k<mark>(?<year>\\d{4})(?:[Tt]|,? +)" + CLOCK);

    private static final int SHORTEST = "6/2/2026 7:15".length();
    private static final int LONGEST = "2026-06-02 07:15:00.000000000 p.m.".length();
    private static final int MONTHS = 12;
    private static final int HALF_A_DAY = 12;

    private final Matcher parts;
    private final boolean yearLast;

    private UnmarkedTime(Matcher parts, boolean yearLast) {
        this.parts = parts;
        this.yearLast = yearLast;
    }

    /** The text as such a time, blanks around it aside; empty if it is written otherwise. */
    public static Optional<UnmarkedTime> of(String text) {
        String time = text.length() < SHORTEST ? "" : text.strip();
        if (time.length() < SHORTEST || time.length() > LONGEST || !Character.isDigit(time.charAt(0))) {
            return Optional.empty();
        }
        var first = YEAR_FIRST.matcher(time);
        if (first.matches()) {
            return Optional.of(new UnmarkedTime(first, false));
        }
        var last = YEAR_LAST.matcher(time);
        return last.matches() ? Optional.of(new UnmarkedTime(last, true)) : Optional.empty();
    }

    /** Whether this is .NET's way to say that there is none: midnight of the first day of the year 1, in any zone. */
    public boolean none() {
        return number("year") == 1;
    }

    /** Whether only a person can say which number is the month. With dots between them the day comes first. */
    public boolean needsOrder() {
        return yearLast && !".".equals(parts.group("mark"));
    }

    /** The order that the numbers themselves allow; null where both orders give a date, or none does. */
    public @Nullable DateOrder tells() {
        boolean firstIsDay = number("first") > MONTHS;
        boolean nextIsDay = number("next") > MONTHS;
        if (!needsOrder() || firstIsDay == nextIsDay) {
            return null;
        }
        return firstIsDay ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
    }

    /**
     * The reading of a clock that it is.
     *
     * @param order is asked only where it {@link #needsOrder}
     * @throws DateTimeException if no calendar has this day or no clock this time
     */
    public LocalDateTime in(@Nullable DateOrder order) {
        boolean dayFirst = yearLast && (!needsOrder() || order == DateOrder.DAY_FIRST);
        return LocalDateTime.of(
                number("year"),
                number(dayFirst ? "next" : "first"),
                number(dayFirst ? "first" : "next"),
                hour(),
                number("minute"),
                number("second"),
                nanos());
    }

    private int hour() {
        int hour = number("hour");
        String half = parts.group("half");
        if (half == null) {
            return hour;
        }
        if (hour < 1 || hour > HALF_A_DAY) {
            throw new DateTimeException("no hour of a clock of twelve hours: " + hour);
        }
        return hour % HALF_A_DAY + (half.equalsIgnoreCase("p") ? HALF_A_DAY : 0);
    }

    private int nanos() {
        String fraction = parts.group("fraction");
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }

    private int number(String part) {
        String digits = parts.group(part);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
