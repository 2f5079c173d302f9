package org.sessiondesk.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the bytes of an entry back, strictly by {@code docs/audit-format.md} and without the code that wrote them. What
 * people are shown and what the check compares is what stands in the hashed bytes.
 */
final class EntryReader {

    private static final Set<String> MEMBERS = Set.of("v", "at", "action", "actor", "subjects", "details", "texts");
    private static final Pattern MICROSECONDS = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");

    // A member written twice would let two readers see two truths in the same bytes.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private EntryReader() {}

    /** What the bytes of an entry say; the texts only as their hashes. */
    record Content(
            Instant at,
            String action,
            Actor actor,
            List<Subject> subjects,
            Map<String, @Nullable Object> details,
            Map<String, byte[]> textHashes) {}

    /** The bytes are no entry in a form known here; the message says what is wrong. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    static Content read(byte[] bytes) throws Unreadable {
        try {
            JsonNode entry = JSON.readTree(bytes);
            if (!entry.isObject() || !Set.copyOf(entry.propertyNames()).equals(MEMBERS)) {
                throw new Unreadable("its members are not those of an entry");
            }
            if (!entry.required("v").isInt() || entry.required("v").intValue() != 1) {
                throw new Unreadable("it is of a version that is not known here");
            }
            return new Content(
                    instant(text(entry, "at")),
                    text(entry, "action"),
                    actor(entry.required("actor")),
                    subjects(entry.required("subjects")),
                    members(entry.required("details")),
                    hashes(entry.required("texts")));
        } catch (JacksonException | IllegalArgumentException | DateTimeParseException malformed) {
            throw new Unreadable("it is not the JSON of an entry");
        }
    }

    private static String text(JsonNode object, String member) {
        return object.required(member).asStringOpt().orElseThrow(IllegalArgumentException::new);
    }

    private static Instant instant(String text) throws Unreadable {
        if (!MICROSECONDS.matcher(text).matches()) {
            throw new Unreadable("its time is not written in UTC with microseconds");
        }
        return Instant.parse(text);
    }

    private static Actor actor(JsonNode actor) throws Unreadable {
        return switch (text(actor, "kind")) {
            case "person" -> new Actor.Person(UUID.fromString(text(actor, "id")));
            case "system" -> new Actor.System();
            case "ontime" -> new Actor.OnTime();
            default -> throw new Unreadable("its actor is of no known kind");
        };
    }

    private static List<Subject> subjects(JsonNode array) {
        List<Subject> subjects = new ArrayList<>();
        for (JsonNode each : array.values()) {
            subjects.add(new Subject(text(each, "kind"), text(each, "id")));
        }
        return Collections.unmodifiableList(subjects);
    }

    private static Map<String, byte[]> hashes(JsonNode texts) {
        SequencedMap<String, byte[]> hashes = new TreeMap<>();
        for (String name : object(texts).propertyNames()) {
            hashes.put(name, HexFormat.of().parseHex(text(texts, name)));
        }
        return Collections.unmodifiableMap(hashes);
    }

    private static JsonNode object(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("no object");
        }
        return node;
    }

    private static @Nullable Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case NULL -> null;
            case BOOLEAN -> node.booleanValue();
            case STRING -> node.stringValue();
            case NUMBER -> node.longValue();
            case ARRAY -> elements(node);
            case OBJECT -> members(node);
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("no JSON");
        };
    }

    private static Map<String, @Nullable Object> members(JsonNode object) {
        Map<String, @Nullable Object> members = new TreeMap<>();
        for (String name : object(object).propertyNames()) {
            members.put(name, value(object.required(name)));
        }
        return Collections.unmodifiableMap(members);
    }

    private static List<@Nullable Object> elements(JsonNode array) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (JsonNode each : array.values()) {
            elements.add(value(each));
        }
        return Collections.unmodifiableList(elements);
    }
}
