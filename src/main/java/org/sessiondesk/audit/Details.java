package org.sessiondesk.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings the values of a fact into the few plain forms that canonical JSON writes in one way only. */
final class Details {

    /** The largest whole number that every reader of JSON keeps exactly: 2^53 − 1. */
    private static final long LARGEST = 9_007_199_254_740_991L;

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Details() {}

    static Map<String, @Nullable Object> plain(Map<String, ? extends @Nullable Object> details) {
        Map<String, @Nullable Object> plain = new TreeMap<>();
        details.forEach((name, value) -> plain.put(storable(name), plain(value)));
        return Collections.unmodifiableMap(plain);
    }

    /** The instant in UTC with exactly six digits after the seconds. */
    static String text(Instant instant) {
        return UTC.format(instant.truncatedTo(ChronoUnit.MICROS));
    }

    /**
     * The text as UTF-8 and PostgreSQL can hold it: half a surrogate pair has no bytes of its own and U+0000 no place in
     * a text column. Both become U+FFFD, so that what is hashed is what can be read again.
     */
    static String storable(String text) {
        return text.chars().noneMatch(unit -> unit == 0 || Character.isSurrogate((char) unit)) ? text : cleaned(text);
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                        ? '\uFFFD'
                        : point)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean truth -> truth;
            case String text -> storable(text);
            case Integer number -> number.longValue();
            case Long number -> exact(number);
            case UUID id -> id.toString();
            case Instant instant -> text(instant);
            case Enum<?> code -> code.name();
            case Map<?, ?> map -> members(map);
            case Collection<?> list -> elements(list);
            default ->
                throw new IllegalArgumentException(
                        "the trail holds no " + value.getClass().getName());
        };
    }

    private static Long exact(Long number) {
        if (number > LARGEST || number < -LARGEST) {
            throw new IllegalArgumentException("past 2^53 a number loses digits in JSON: give it as text");
        }
        return number;
    }

    private static Map<String, @Nullable Object> members(Map<?, ?> map) {
        Map<String, @Nullable Object> members = new TreeMap<>();
        map.forEach((name, value) -> members.put(storable(String.valueOf(name)), plain(value)));
        return Collections.unmodifiableMap(members);
    }

    private static List<@Nullable Object> elements(Collection<?> list) {
        List<@Nullable Object> elements = new ArrayList<>(list.size());
        list.forEach(element -> elements.add(plain(element)));
        return Collections.unmodifiableList(elements);
    }
}
