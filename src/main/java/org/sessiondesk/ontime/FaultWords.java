package org.sessiondesk.ontime;

import java.util.LinkedHashSet;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What OnTime's error body says to a person. Its shape isn't documented, so the two known of .NET services are picked
 * apart and everything else is shown as it came.
 */
final class FaultWords {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Signs that would turn round what stands beside them, too. */
    private static final Pattern TURNS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private FaultWords() {}

    /** At most 2,000 characters, as text. */
    static String of(String text) {
        if (text.isBlank()) {
            return "OnTime gave no reason";
        }
        String words = picked(text);
        return Exchange.cut(
                TURNS.matcher(words.isBlank() ? text.strip() : words).replaceAll(""));
    }

    private static String picked(String text) {
        try {
            var node = JSON.readTree(text);
            if (node.isString()) {
                return node.stringValue().strip();
            }
            var words = new LinkedHashSet<String>();
            node.propertyStream().forEach(member -> {
                if (member.getKey().equalsIgnoreCase("Message")) {
                    words.add(member.getValue().asString("").strip());
                } else if (member.getKey().equalsIgnoreCase("ModelState")) {
                    member.getValue().forEach(problems -> addAll(problems, words));
                }
            });
            words.remove("");
            return String.join(" ", words);
        } catch (JacksonException e) {
            return "";
        }
    }

    private static void addAll(JsonNode problems, LinkedHashSet<String> words) {
        if (problems.isString()) {
            words.add(problems.stringValue().strip());
        }
        problems.forEach(problem -> words.add(problem.asString("").strip()));
    }
}
