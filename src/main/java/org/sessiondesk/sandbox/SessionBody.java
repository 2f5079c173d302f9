package org.sessiondesk.sandbox;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.sandbox.fleet.TimeClockSession;
import org.sessiondesk.sandbox.fleet.TimeClockSession.LogInType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a posted UserSession as a .NET server would: member names in any case, an absent member as none, the unknown
 * ones kept. What can't be read is collected by member, for the ModelState of a 400.
 */
final class SessionBody {

    private final Map<String, JsonNode> members = new LinkedHashMap<>();
    private final Map<String, String> problems = new LinkedHashMap<>();

    SessionBody(ObjectNode body) {
        body.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    }

    /** What was wrong, by member; empty when everything could be read. Complete only after {@link #session}. */
    Map<String, String> problems() {
        return problems;
    }

    void problem(String member, String words) {
        problems.putIfAbsent(member, words);
    }

    /** The record's own ID, null where the body asks for a new record. */
    @Nullable
    UUID id() {
        return guid("ID", find("ID"));
    }

    TimeClockSession session(UUID id) {
        take("ID");
        var user = guid("UserID", take("UserID"));
        var vehicle = guid("Vehicle", take("Vehicle"));
        var type = type(take("LogInType"));
        var logIn = time("LogInTime", take("LogInTime"));
        var logOut = time("LogOutTime", take("LogOutTime"));
        var start = mileage("StartMileage", take("StartMileage"));
        var end = mileage("EndMileage", take("EndMileage"));
        return new TimeClockSession(id, user, vehicle, type, logIn, logOut, start, end, new HashMap<>(members));
    }

    private @Nullable JsonNode find(String name) {
        for (var member : members.entrySet()) {
            if (member.getKey().equalsIgnoreCase(name) && !isNone(member.getValue())) {
                return member.getValue();
            }
        }
        return null;
    }

    private @Nullable JsonNode take(String name) {
        var value = find(name);
        members.keySet().removeIf(name::equalsIgnoreCase);
        return value;
    }

    private static boolean isNone(JsonNode value) {
        return value.isNull() || (value.isString() && value.stringValue().isBlank());
    }

    private @Nullable UUID guid(String member, @Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        try {
            var id = UUID.fromString(value.asString().strip());
            return id.equals(new UUID(0, 0)) ? null : id;
        } catch (IllegalArgumentException e) {
            problem(member, "The value '" + value.asString("") + "' is not a Guid.");
            return null;
        }
    }

    private LogInType type(@Nullable JsonNode value) {
        if (value == null) {
            return LogInType.Undefined;
        }
        var text = value.asString("").strip();
        for (var type : LogInType.values()) {
            if (type.name().equalsIgnoreCase(text)
                    || Integer.toString(type.ordinal()).equals(text)) {
                return type;
            }
        }
        problem("LogInType", "The value '" + text + "' is not a LogInType.");
        return LogInType.Undefined;
    }

    static Instant instant(String text) {
        var time = text.strip().toUpperCase(Locale.ROOT);
        boolean marked = time.endsWith("Z") || time.matches(".*T.*[+-]\\d\\d:?\\d\\d");
        return marked
                ? OffsetDateTime.parse(time).toInstant()
                : LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
    }

    private @Nullable Instant time(String member, @Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        try {
            var time = instant(value.asString(""));
            return time.atZone(ZoneOffset.UTC).getYear() <= 1 ? null : time;
        } catch (DateTimeParseException e) {
            problem(member, "The value '" + value.asString("") + "' is not a date and time.");
            return null;
        }
    }

    private @Nullable Integer mileage(String member, @Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        try {
            int reading = Integer.parseInt(value.asString("").strip());
            if (reading < 0) {
                problem(member, "The value must not be negative.");
            }
            return reading;
        } catch (NumberFormatException e) {
            problem(member, "The value '" + value.asString("") + "' is not an integer.");
            return null;
        }
    }
}
