package org.sessiondesk.finding.check;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Cause;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.judge.Suggestion;
import org.sessiondesk.judge.Why;
import org.sessiondesk.session.SessionField;
import tools.jackson.databind.json.JsonMapper;

/** Findings and suggestions as they are stored: the same ones make the same text. */
public final class FindingText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FindingText() {}

    private record Told(
            Rule rule,
            Severity severity,
            SessionField field,
            @Nullable UUID contradicts,
            @Nullable Long seen,
            @Nullable Long bound,
            boolean siteLimit,
            List<Meant> suggestions) {}

    private record Meant(
            SessionField field,
            String value,
            Cause cause,
            int place,
            int otherPlace,
            @Nullable Integer follows,
            @Nullable Integer precedes,
            double confidence,
            @Nullable Meant also) {}

    static String of(List<Finding> findings) {
        return JSON.writeValueAsString(findings.stream()
                .map(finding -> new Told(
                        finding.rule(),
                        finding.severity(),
                        finding.field(),
                        finding.contradicts(),
                        finding.seen(),
                        finding.bound(),
                        finding.siteLimit(),
                        finding.suggestions().stream().map(FindingText::meant).toList()))
                .toList());
    }

    static List<Finding> read(UUID session, @Nullable String text) {
        return text == null
                ? List.of()
                : List.of(JSON.readValue(text, Told[].class)).stream()
                        .map(told -> new Finding(
                                session,
                                told.rule,
                                told.severity,
                                told.field,
                                told.contradicts,
                                told.seen,
                                told.bound,
                                told.siteLimit,
                                told.suggestions.stream()
                                        .map(FindingText::suggestion)
                                        .toList()))
                        .toList();
    }

    static String ofSuggestions(List<Suggestion> suggestions) {
        return JSON.writeValueAsString(
                suggestions.stream().map(FindingText::meant).toList());
    }

    /** What {@code finding.suggestions} holds. */
    public static List<Suggestion> suggestions(String text) {
        return List.of(JSON.readValue(text, Meant[].class)).stream()
                .map(FindingText::suggestion)
                .toList();
    }

    private static Meant meant(Suggestion suggestion) {
        var why = suggestion.why();
        return new Meant(
                suggestion.field(),
                suggestion.value().toString(),
                why.cause(),
                why.place(),
                why.otherPlace(),
                why.follows(),
                why.precedes(),
                suggestion.confidence(),
                suggestion.also() == null ? null : meant(suggestion.also()));
    }

    private static Suggestion suggestion(Meant meant) {
        return new Suggestion(
                meant.field,
                value(meant.value),
                new Why(meant.cause, meant.place, meant.otherPlace, meant.follows, meant.precedes),
                meant.confidence,
                meant.also == null ? null : suggestion(meant.also));
    }

    /** Which of the three it is, its own text says. */
    private static Object value(String text) {
        if (text.indexOf(':') >= 0) {
            return Instant.parse(text);
        }
        return text.length() == 36 ? UUID.fromString(text) : Integer.valueOf(text);
    }
}
