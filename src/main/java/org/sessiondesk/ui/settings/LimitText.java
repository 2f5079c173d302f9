package org.sessiondesk.ui.settings;

import static org.sessiondesk.ui.Messages.t;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sessiondesk.finding.Limit;

/** A limit as people write it: {@code 300}, {@code 1,000 mi}, and a length as {@code 14:00}, {@code 14} or {@code 13 h 30 min}. */
public final class LimitText {

    private static final Pattern NUMBER = Pattern.compile("(-?)([\\d,]{1,30})(?:mi|miles|km|mph|km/h)?");
    private static final Pattern LENGTH =
            Pattern.compile("(-?)(\\d{1,9})(?:h|hours?)?(?:(?::|)([0-5]?\\d)(?:min|m)?)?");
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
        TOO_SMALL,
        TOO_LARGE
    }

    static Said read(Limit limit, String text) {
        String written = text.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        if (written.isEmpty()) {
            return new Said.Refused(Why.EMPTY);
        }
        Matcher matcher = (limit == Limit.WARN_LENGTH ? LENGTH : NUMBER).matcher(written);
        if (!matcher.matches() || matcher.group(2).startsWith(",")) {
            return new Said.Refused(Why.NO_NUMBER);
        }
        long value = digits(matcher.group(2));
        if (limit == Limit.WARN_LENGTH) {
            value = value * 60 + (matcher.group(3) == null ? 0 : digits(matcher.group(3)));
        }
        if (!matcher.group(1).isEmpty() || value < limit.least()) {
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
