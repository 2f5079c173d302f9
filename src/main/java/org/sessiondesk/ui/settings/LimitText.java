package org.sessiondesk.ui.settings;

import static org.sessiondesk.ui.Messages.t;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sessiondesk.finding.Limit;

/**
 * A limit as people write it: {@code 300}, {@code 1,000 mi}, and a length as {@code 14:00}, {@code 14}, {@code 13 h 30 min}
 * or {@code 90 min}.
 */
public final class LimitText {

    private static final Pattern NUMBER = Pattern.compile("(-?)([\\d,]{1,30})(mi|miles?|mph|km|km/h)?");

    /** Hours with or without minutes, parted by a colon or the word; or minutes alone, which only their word tells. */
    private static final Pattern LENGTH = Pattern.compile("(-?)(?:(\\d{1,9}):([0-5]?\\d)(?:h|hours?|m|min)?"
            + "|(\\d{1,9})(?:h|hours?)([0-5]?\\d)(?:m|min|minutes?)?"
            + "|(\\d{1,9})(?:h|hours?)?"
            + "|(\\d{1,9})(?:m|min|minutes?))");

    private static final Pattern TWO_NUMBERS = Pattern.compile("\\d\\s+\\d");

    private static final int NOT_MORE = 1_000_000_000;

    private LimitText() {}

    /** What a text says. */
    sealed interface Said {
        /** The limit, a length in minutes. */
        record Value(int value) implements Said {}

        /** It can't be a limit. */
        record Refused(Why why) implements Said {}
    }

    /** Why a text can't be a limit. */
    enum Why {
        EMPTY,
        NO_NUMBER,
        /** Not the site's, or of something else. */
        OTHER_UNIT,
        TOO_SMALL,
        TOO_LARGE
    }

    /** @param unit the site's, {@code mi} or {@code km} */
    static Said read(Limit limit, String text, String unit) {
        String written = text.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        if (written.isEmpty()) {
            return new Said.Refused(Why.EMPTY);
        }
        if (limit != Limit.WARN_LENGTH) {
            return number(limit, written, unit);
        }
        // Without the space between them two numbers would be another one.
        return TWO_NUMBERS.matcher(text).find() ? new Said.Refused(Why.NO_NUMBER) : length(limit, written);
    }

    private static Said number(Limit limit, String written, String unit) {
        Matcher matcher = NUMBER.matcher(written);
        if (!matcher.matches() || matcher.group(2).startsWith(",")) {
            return new Said.Refused(Why.NO_NUMBER);
        }
        String its = matcher.group(3);
        if (its != null && !units(limit, unit).contains(its)) {
            return new Said.Refused(Why.OTHER_UNIT);
        }
        return bounded(limit, matcher.group(1), digits(matcher.group(2)));
    }

    private static Set<String> units(Limit limit, String unit) {
        boolean miles = unit.equals("mi");
        if (limit == Limit.TOP_SPEED) {
            return Set.of(miles ? "mph" : "km/h");
        }
        return miles ? Set.of("mi", "mile", "miles") : Set.of("km");
    }

    private static Said length(Limit limit, String written) {
        Matcher matcher = LENGTH.matcher(written);
        if (!matcher.matches()) {
            return new Said.Refused(Why.NO_NUMBER);
        }
        long hours = oneOf(matcher, 2, 4, 6);
        return bounded(limit, matcher.group(1), hours * 60 + oneOf(matcher, 3, 5, 7));
    }

    /** The one of these groups that is there; 0 if none is. */
    private static long oneOf(Matcher matcher, int... groups) {
        for (int group : groups) {
            String digits = matcher.group(group);
            if (digits != null) {
                return digits(digits);
            }
        }
        return 0;
    }

    private static Said bounded(Limit limit, String sign, long value) {
        if (!sign.isEmpty() || value < limit.least()) {
            return new Said.Refused(Why.TOO_SMALL);
        }
        return value > limit.most() ? new Said.Refused(Why.TOO_LARGE) : new Said.Value((int) value);
    }

    private static long digits(String text) {
        String digits = text.replace(",", "").replaceFirst("^0+(?=.)", "");
        return digits.length() > 9 ? NOT_MORE : Long.parseLong(digits);
    }

    /** As a field shows it, without its unit. */
    static String write(Limit limit, int value) {
        return limit == Limit.WARN_LENGTH
                ? String.format(Locale.US, "%d:%02d", value / 60, value % 60)
                : String.format(Locale.US, "%,d", value);
    }

    /**
     * With its unit.
     *
     * @param unit the site's, {@code mi} or {@code km}
     */
    public static String told(Limit limit, int value, String unit) {
        return write(limit, value) + " " + unit(limit, unit);
    }

    static String unit(Limit limit, String unit) {
        return switch (limit) {
            case WARN_LENGTH -> t("settings.unit.hours");
            case TOP_SPEED -> t("settings.unit.speed." + unit);
            case WARN_DISTANCE, MOST_A_DAY -> unit;
        };
    }
}
