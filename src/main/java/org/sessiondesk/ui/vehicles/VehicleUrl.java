package org.sessiondesk.ui.vehicles;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /vehicles/{id}} shows, as its address has it: {@code from} and {@code to} (days of the site, both counted
 * in), and {@code pair}, the session that stands beside the one that it contradicts. Without dates it is the last 31
 * days; it never is more than a year.
 */
record VehicleUrl(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable UUID pair) {

    static final VehicleUrl USUAL = new VehicleUrl(null, null, null);

    private static final int USUAL_DAYS = 31;
    private static final int MOST_DAYS = 366;

    /** Two dates in either order. */
    VehicleUrl {
        if (from != null && to != null && to.isBefore(from)) {
            var later = from;
            from = to;
            to = later;
        }
    }

    /** A value that can't be read is left out. */
    static VehicleUrl parse(QueryParameters keys) {
        return new VehicleUrl(
                read(keys, "from", LocalDate::parse),
                read(keys, "to", LocalDate::parse),
                read(keys, "pair", UUID::fromString));
    }

    QueryParameters format() {
        Map<String, String> keys = new LinkedHashMap<>();
        put(keys, "from", from);
        put(keys, "to", to);
        put(keys, "pair", pair);
        return QueryParameters.simple(keys);
    }

    /** The last day, seen from today. */
    LocalDate last(LocalDate today) {
        if (to != null) {
            return to;
        }
        return from == null ? today : from.plusDays(USUAL_DAYS - 1);
    }

    /** The first day, seen from today. */
    LocalDate first(LocalDate today) {
        var last = last(today);
        if (from == null) {
            return last.minusDays(USUAL_DAYS - 1);
        }
        var longest = last.minusDays(MOST_DAYS - 1);
        return from.isBefore(longest) ? longest : from;
    }

    /** As many days, right before these. */
    VehicleUrl earlier(LocalDate today) {
        return moved(today, -days(today));
    }

    /** As many days, right after these. */
    VehicleUrl later(LocalDate today) {
        return moved(today, days(today));
    }

    /** The usual number of days up to this one. */
    static VehicleUrl upTo(LocalDate day) {
        return new VehicleUrl(day.minusDays(USUAL_DAYS - 1), day, null);
    }

    VehicleUrl from(@Nullable LocalDate other) {
        return new VehicleUrl(other, to, null);
    }

    VehicleUrl to(@Nullable LocalDate other) {
        return new VehicleUrl(from, other, null);
    }

    VehicleUrl pair(@Nullable UUID other) {
        return new VehicleUrl(from, to, other);
    }

    private long days(LocalDate today) {
        return ChronoUnit.DAYS.between(first(today), last(today)) + 1;
    }

    private VehicleUrl moved(LocalDate today, long days) {
        return new VehicleUrl(first(today).plusDays(days), last(today).plusDays(days), null);
    }

    private static void put(Map<String, String> keys, String key, @Nullable Object value) {
        if (value != null) {
            keys.put(key, value.toString());
        }
    }

    private static <T> @Nullable T read(QueryParameters keys, String key, Function<String, T> reader) {
        var text = keys.getSingleParameter(key);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return reader.apply(text.get());
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return null;
        }
    }
}
