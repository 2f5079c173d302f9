package org.sessiondesk.ontime.wire;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One member's value in all the spellings a .NET service is known for. Empty means none; garbage is refused. */
public final class LenientValues {

    private static final Pattern GUID = Pattern.compile(
            "\\{?(\\p{XDigit}{8})-?(\\p{XDigit}{4})-?(\\p{XDigit}{4})-?(\\p{XDigit}{4})-?(\\p{XDigit}{12})}?");
    private static final Pattern DATE_TIME = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[Tt ](\\d{2}:\\d{2})(?:(:\\d{2})(?:[.,](\\d+))?)?\\s?([Zz]|[+-]\\d{2}(?::?\\d{2})?)?");
    private static final LocalDateTime DOT_NET_NONE = LocalDateTime.of(1, 1, 1, 0, 0);
    private static final UUID NO_GUID = new UUID(0, 0);
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2199;
    private static final int NANO_DIGITS = 9;

    private final JsonMembers members;

    /** Reads values of this object. */
    public LenientValues(JsonMembers members) {
        this.members = members;
    }

    /** A Guid in any case, with or without braces and dashes; the all-zero one is none. */
    public Optional<UUID> guid(String name) throws NotReadable {
        var node = members.value(name);
        return node.isEmpty() ? Optional.empty() : guid(name, node.get());
    }

    /** A Guid that stands in a list. */
    public static Optional<UUID> guid(String name, JsonNode node) throws NotReadable {
        String text = node.isString() ? node.stringValue().strip() : "?";
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var parts = GUID.matcher(text);
        if (!parts.matches()) {
            throw new NotReadable(name + " is no Guid");
        }
        return Optional.of(UUID.fromString(parts.replaceFirst("$1-$2-$3-$4-$5")))
                .filter(id -> !id.equals(NO_GUID));
    }

    /** An ISO date-time to the microsecond; one without a mark is read in the zone given. Year 1 is none. */
    public Optional<Instant> instant(String name, ZoneId unmarkedZone) throws NotReadable {
        String text = string(name).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var parts = DATE_TIME.matcher(text);
        if (!parts.matches()) {
            throw new NotReadable(name + " is no date and time");
        }
        try {
            var local = LocalDateTime.parse(parts.group(1) + "T" + parts.group(2) + orElse(parts.group(3), ":00"))
                    .plusNanos(nanos(orElse(parts.group(4), "")));
            if (local.truncatedTo(ChronoUnit.SECONDS).equals(DOT_NET_NONE)) {
                return Optional.empty();
            }
            if (local.getYear() < EARLIEST_YEAR || local.getYear() > LATEST_YEAR) {
                throw new NotReadable(name + " is not between " + EARLIEST_YEAR + " and " + LATEST_YEAR);
            }
            String mark = orElse(parts.group(5), "");
            ZoneId zone = mark.isEmpty() ? unmarkedZone : ZoneOffset.of(mark.toUpperCase(Locale.ROOT));
            return Optional.of(local.atZone(zone).toInstant().truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException e) {
            throw new NotReadable(name + " is no date and time");
        }
    }

    private static long nanos(String fraction) {
        String nine = (fraction + "000000000").substring(0, NANO_DIGITS);
        return Long.parseLong(nine);
    }

    /** A whole 32-bit number, also as a string or with an empty fraction. */
    public Optional<Integer> integer(String name) throws NotReadable {
        var node = members.value(name);
        if (node.isEmpty() || (node.get().isString() && node.get().stringValue().isBlank())) {
            return Optional.empty();
        }
        if (!node.get().isNumber() && !node.get().isString()) {
            throw new NotReadable(name + " is no number");
        }
        try {
            String text = node.get().isString()
                    ? node.get().stringValue().strip()
                    : node.get().asString();
            return Optional.of(new BigDecimal(text).intValueExact());
        } catch (NumberFormatException e) {
            throw new NotReadable(name + " is no number");
        } catch (ArithmeticException e) {
            throw new NotReadable(name + " is no whole number of 32 bits");
        }
    }

    /** A text or a number as text; none is empty. */
    public String string(String name) throws NotReadable {
        var node = members.value(name);
        if (node.isEmpty()) {
            return "";
        }
        if (!node.get().isString() && !node.get().isNumber()) {
            throw new NotReadable(name + " is no text");
        }
        return node.get().asString();
    }

    /** True, "true" in any case, or 1; everything else is no. */
    public boolean yes(String name) throws NotReadable {
        return members.value(name)
                .map(JsonNode::asString)
                .filter(text ->
                        text.strip().equalsIgnoreCase("true") || text.strip().equals("1"))
                .isPresent();
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
