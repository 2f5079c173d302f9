package org.sessiondesk.ontime.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The members of one JSON object with their places in its text, so that some can be replaced while all the rest keeps
 * its spelling. Names are found in any case.
 */
public final class JsonMembers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String text;
    private final int afterBrace;
    private final List<Member> members;

    private JsonMembers(String text, int afterBrace, List<Member> members) {
        this.text = text;
        this.afterBrace = afterBrace;
        this.members = members;
    }

    /** Where a member's value stands: from {@code start} to before {@code end}. */
    private record Member(String name, int start, int end) {}

    /** Finds the members of an object; of values inside them it only checks that they are JSON. */
    public static JsonMembers of(String text) throws NotReadable {
        try (var parser = JSON.createParser(text)) {
            var first = parser.nextToken();
            if (first == null) {
                throw new NotReadable("the text is empty");
            }
            if (first != JsonToken.START_OBJECT) {
                throw new NotReadable("the text is JSON, but no object");
            }
            int afterBrace = offsetBehind(parser);
            var members = new ArrayList<Member>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                int start = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                parser.finishToken();
                members.add(new Member(name, start, offsetBehind(parser)));
            }
            if (parser.nextToken() != null) {
                throw new NotReadable("something stands behind the JSON object");
            }
            return new JsonMembers(text, afterBrace, members);
        } catch (JacksonException e) {
            throw new NotReadable("the text is no JSON");
        }
    }

    private static int offsetBehind(JsonParser parser) {
        return (int) parser.currentLocation().getCharOffset();
    }

    /** The value of a member; empty if there is none or it is null. */
    public Optional<JsonNode> value(String name) throws NotReadable {
        var found = named(name);
        if (found.size() > 1) {
            // Which of the two OnTime goes by can't be known.
            throw new NotReadable(name + " stands twice in the record");
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var member = found.getFirst();
        return Optional.of(JSON.readTree(text.substring(member.start, member.end)))
                .filter(node -> !node.isNull());
    }

    /** By name the values as JSON, as they stand and in their order; of a name that stands twice the last. */
    public SequencedMap<String, String> asTheyStand() {
        var all = new LinkedHashMap<String, String>();
        members.forEach(member -> all.put(member.name, text.substring(member.start, member.end)));
        return all;
    }

    /** Whether a name stands twice, in any case. */
    public boolean hasTwice() {
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        return !members.stream().allMatch(member -> names.add(member.name));
    }

    /** The text with these values, given as JSON, in place of the old ones; members not there yet come last. */
    public String with(Map<String, String> jsonByName) {
        var edits = new ArrayList<Edit>();
        var added = new StringBuilder();
        jsonByName.forEach((name, json) -> {
            var found = named(name);
            found.forEach(member -> edits.add(new Edit(member.start, member.end, json)));
            if (found.isEmpty()) {
                added.append(members.isEmpty() && added.isEmpty() ? "" : ",")
                        .append(JSON.writeValueAsString(name))
                        .append(':')
                        .append(json);
            }
        });
        if (!added.isEmpty()) {
            int end = members.isEmpty() ? afterBrace : members.getLast().end;
            edits.add(new Edit(end, end, added.toString()));
        }
        edits.sort(Comparator.comparingInt(Edit::start));
        var result = new StringBuilder();
        int done = 0;
        for (var edit : edits) {
            result.append(text, done, edit.start).append(edit.json);
            done = edit.end;
        }
        return result.append(text, done, text.length()).toString();
    }

    private record Edit(int start, int end, String json) {}

    private List<Member> named(String name) {
        return members.stream()
                .filter(member -> member.name.equalsIgnoreCase(name))
                .toList();
    }
}
