package org.sessiondesk.judge;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.SessionField;

/**
 * What is wrong with a session.
 *
 * @param field the value that is wrong
 * @param contradicts the session that says otherwise
 * @param seen what its sentence tells: a reading, a distance or gap in the site's unit, or a time in seconds
 * @param bound what {@code seen} is measured against, in the same unit
 * @param siteLimit a true value beyond what the site wants to be told of, not an error that was found
 * @param suggestions the best first; of those that change the same, however explained, only the best is kept
 */
public record Finding(
        UUID session,
        Rule rule,
        Severity severity,
        SessionField field,
        @Nullable UUID contradicts,
        @Nullable Long seen,
        @Nullable Long bound,
        boolean siteLimit,
        List<Suggestion> suggestions) {

    public Finding {
        suggestions = suggestions.size() < 2 ? List.copyOf(suggestions) : distinct(suggestions);
    }

    private static List<Suggestion> distinct(List<Suggestion> suggestions) {
        Set<Map<SessionField, Object>> changes = new HashSet<>();
        return suggestions.stream()
                .filter(suggestion -> changes.add(suggestion.changes()))
                .toList();
    }
}
