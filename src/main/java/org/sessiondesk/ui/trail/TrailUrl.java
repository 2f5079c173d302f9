package org.sessiondesk.ui.trail;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.audit.Subject;

/**
 * What {@code /trail} shows, as its address has it: {@code kind}, {@code person}, {@code record} ({@code session:…}),
 * {@code from} and {@code to} (dates of the site's zone, both counted in), {@code sample} (the number that a sample is drawn by).
 */
record TrailUrl(
        TrailKind kind,
        @Nullable UUID person,
        @Nullable Subject record,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Integer sample) {

    static final TrailUrl START = new TrailUrl(TrailKind.CORRECTIONS, null, null, null, null, null);

    TrailUrl withKind(TrailKind other) {
        return new TrailUrl(other, person, record, from, to, null);
    }

    TrailUrl withPerson(@Nullable UUID other) {
        return new TrailUrl(kind, other, record, from, to, null);
    }

    TrailUrl withRecord(@Nullable Subject other) {
        return new TrailUrl(kind, person, other, from, to, null);
    }

    TrailUrl withFrom(@Nullable LocalDate other) {
        return new TrailUrl(kind, person, record, other, to, null);
    }

    TrailUrl withTo(@Nullable LocalDate other) {
        return new TrailUrl(kind, person, record, from, other, null);
    }

    /** A sample of the same entries; all of them for null. */
    TrailUrl drawnBy(@Nullable Integer number) {
        return new TrailUrl(kind, person, record, from, to, number);
    }

    /** As a link has it. */
    String href() {
        String query = format().getQueryString();
        return query.isEmpty() ? "trail" : "trail?" + query;
    }

    /** Only what differs from the start; values that can't be read fall back to it. */
    QueryParameters format() {
        Map<String, String> keys = new LinkedHashMap<>();
        if (kind != TrailKind.CORRECTIONS) {
            keys.put("kind", kind.key());
        }
        put(keys, "person", person);
        if (record != null) {
            keys.put("record", record.kind() + ":" + record.id());
        }
        put(keys, "from", from);
        put(keys, "to", to);
        put(keys, "sample", sample);
        return QueryParameters.simple(keys);
    }

    private static void put(Map<String, String> keys, String key, @Nullable Object value) {
        if (value != null) {
            keys.put(key, value.toString());
        }
    }

    static TrailUrl parse(QueryParameters keys) {
        return new TrailUrl(
                keys.getSingleParameter("kind").flatMap(TrailKind::ofKey).orElse(TrailKind.CORRECTIONS),
                read(keys, "person", UUID::fromString),
                read(keys, "record", TrailUrl::subject),
                read(keys, "from", LocalDate::parse),
                read(keys, "to", LocalDate::parse),
                read(keys, "sample", Integer::valueOf));
    }

    private static <T> @Nullable T read(QueryParameters keys, String key, Function<String, @Nullable T> reader) {
        Optional<String> text = keys.getSingleParameter(key);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return reader.apply(text.get());
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return null;
        }
    }

    private static @Nullable Subject subject(String text) {
        int colon = text.indexOf(':');
        return colon < 1 ? null : new Subject(text.substring(0, colon), text.substring(colon + 1));
    }
}
