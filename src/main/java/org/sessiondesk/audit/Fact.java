package org.sessiondesk.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, as a room tells it to {@link AuditTrail#record}.
 *
 * <pre>{@code
 * Fact.of("session.corrected", Actor.person(account))
 *         .about("session", sessionId)
 *         .detail("reason", "FORGOT_LOG_OUT")
 *         .detail("changes", Map.of("endMileage", Map.of("before", 52310, "after", 52398)))
 *         .text("note", note)
 * }</pre>
 *
 * @param action the room and what happened in the past tense, {@code session.corrected}. Facts of {@code account.…}
 *     are shown to administrators and auditors only
 * @param subjects the records it is about, each once
 * @param details what stands in the trail for good: text, whole numbers up to ±(2^53 − 1), true, false, null, lists and
 *     maps of these; instants become UTC text with microseconds and UUIDs text. Ids and codes, never a name
 * @param texts what people typed (note, address, e-mail), by a short name. Only a salted hash of each enters the trail,
 *     so that a text can be erased and the trail still holds
 */
public record Fact(
        String action,
        Actor actor,
        List<Subject> subjects,
        Map<String, @Nullable Object> details,
        Map<String, String> texts) {

    private static final Pattern ACTION = Pattern.compile("[a-z][a-z-]*(\\.[a-z][a-z-]*)+");
    private static final Pattern TEXT_NAME = Pattern.compile("[a-z][a-zA-Z]{0,31}");

    public Fact {
        if (action.length() > 64 || !ACTION.matcher(action).matches()) {
            throw new IllegalArgumentException("an action is written room.verb in lower case, not '" + action + "'");
        }
        subjects = subjects.stream().distinct().toList();
        details = Details.plain(details);
        SequencedMap<String, String> storable = new TreeMap<>();
        texts.forEach((name, text) -> {
            if (!TEXT_NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("a text's name is one short word, not '" + name + "'");
            }
            storable.put(name, Details.storable(text));
        });
        texts = Collections.unmodifiableMap(storable);
    }

    public static Fact of(String action, Actor actor) {
        return new Fact(action, actor, List.of(), Map.of(), Map.of());
    }

    public Fact about(String kind, UUID id) {
        return about(Subject.of(kind, id));
    }

    public Fact about(Subject subject) {
        return about(List.of(subject));
    }

    public Fact about(List<Subject> more) {
        List<Subject> all = new ArrayList<>(subjects);
        all.addAll(more);
        return new Fact(action, actor, all, details, texts);
    }

    public Fact detail(String name, @Nullable Object value) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(details);
        all.put(name, value);
        return new Fact(action, actor, subjects, all, texts);
    }

    /** Adds a free text; none when there is nothing to say. */
    public Fact text(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return this;
        }
        Map<String, String> all = new LinkedHashMap<>(texts);
        all.put(name, text);
        return new Fact(action, actor, subjects, details, all);
    }
}
