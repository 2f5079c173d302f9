package org.sessiondesk.ui.sessions.edit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date-time as one text in the site's zone: {@code 2026-03-29 07:15}, with {@code PDT} or {@code PST} behind it only
 * in the hour that a clock change repeats. Seconds aren't shown; whoever keeps the instant behind an unchanged text
 * keeps them.
 */
public final class TimeText {

    private static final Pattern TYPED = Pattern.compile("(?:(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:\\s+|[Tt]))?"
            + "(\\d{1,2}?)(?:[:.]?(\\d{2}))?(?::(\\d{2}))?\\s*([AaPp][Mm])?(?:\\s+(\\S+))?");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter MARK = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

    private final ZoneId zone;

    public TimeText(ZoneId zone) {
        this.zone = zone;
    }

    /** What reading a typed text gave. */
    public sealed interface Reading {

        /** An instant. */
        record Read(Instant at) implements Reading {}

        /** Nothing was typed. */
        record Empty() implements Reading {}

        /** No such time: the clocks jumped over it, from the one to the other. */
        record Skipped(String from, String to) implements Reading {}

        /** The clocks showed it twice; one of the two has to be typed. */
        record Twice(String first, String second) implements Reading {}

        /** No date-time. */
        record Unreadable() implements Reading {}
    }

    /** The text of an instant, empty for none. */
    public String text(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        var local = LocalDateTime.ofInstant(instant, zone);
        var offset = zone.getRules().getOffset(instant);
        return offsets(local).size() > 1 ? twin(local, offset) : SHOWN.format(local);
    }

    /**
     * Reads what was typed.
     *
     * @param after a time without a date is the first such time after this; without it the date has to be typed
     */
    public Reading read(String typed, @Nullable Instant after) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return new Reading.Empty();
        }
        var match = TYPED.matcher(text);
        if (!match.matches() || (match.group(5) == null && match.group(7) == null)) {
            return new Reading.Unreadable();
        }
        try {
            var time = time(match);
            if (match.group(1) != null) {
                var date = LocalDate.of(number(match, 1), number(match, 2), number(match, 3));
                return instant(date.atTime(time), match.group(8), null);
            }
            return after == null ? new Reading.Unreadable() : next(time, match.group(8), after);
        } catch (DateTimeException _) {
            return new Reading.Unreadable();
        }
    }

    private Reading next(LocalTime time, @Nullable String mark, Instant after) {
        var day = LocalDate.ofInstant(after, zone);
        var sameDay = instant(day.atTime(time), mark, after);
        if (sameDay instanceof Reading.Read(Instant at) && !at.isAfter(after)) {
            return instant(day.plusDays(1).atTime(time), mark, after);
        }
        return sameDay;
    }

    private Reading instant(LocalDateTime local, @Nullable String mark, @Nullable Instant after) {
        var offsets = offsets(local);
        if (offsets.isEmpty()) {
            var gap = zone.getRules().getTransition(local);
            return new Reading.Skipped(SHOWN.format(gap.getDateTimeBefore()), SHOWN.format(gap.getDateTimeAfter()));
        }
        var meant = offsets.stream()
                .filter(offset -> mark == null || mark.equalsIgnoreCase(mark(local, offset)))
                .toList();
        if (meant.isEmpty()) {
            return new Reading.Unreadable();
        }
        if (meant.size() > 1 && after == null) {
            return new Reading.Twice(twin(local, meant.getFirst()), twin(local, meant.getLast()));
        }
        return new Reading.Read(meant.stream()
                .map(local::toInstant)
                .filter(at -> after == null || at.isAfter(after))
                .findFirst()
                .orElseGet(() -> local.toInstant(meant.getLast())));
    }

    private List<ZoneOffset> offsets(LocalDateTime local) {
        return zone.getRules().getValidOffsets(local);
    }

    private String twin(LocalDateTime local, ZoneOffset offset) {
        return SHOWN.format(local) + " " + mark(local, offset);
    }

    /** The zone's short name then, such as PDT; the offset where the zone uses one name for both. */
    private String mark(LocalDateTime local, ZoneOffset offset) {
        var offsets = offsets(local);
        String name = name(local, offset);
        boolean shared = offsets.stream()
                .anyMatch(other -> !other.equals(offset) && name(local, other).equals(name));
        return shared ? offset.getId() : name;
    }

    private String name(LocalDateTime local, ZoneOffset offset) {
        return MARK.format(local.atOffset(offset).atZoneSameInstant(zone));
    }

    private static LocalTime time(Matcher match) {
        int hour = number(match, 4);
        int minute = match.group(5) == null ? 0 : number(match, 5);
        int second = match.group(6) == null ? 0 : number(match, 6);
        String half = match.group(7);
        if (half == null) {
            return LocalTime.of(hour, minute, second);
        }
        if (hour < 1 || hour > 12) {
            throw new DateTimeException("no such hour");
        }
        return LocalTime.of(hour % 12 + (half.equalsIgnoreCase("pm") ? 12 : 0), minute, second);
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
