package org.sessiondesk.session;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.audit.Subject;

/** What a reading changed, as the trail keeps it: {@code session.read}. */
final class ReadingFacts {

    private ReadingFacts() {}

    /** Changes that the session's own values took over. */
    static List<Map<String, @Nullable Object>> taken(UUID session, List<FieldChange> changes) {
        return changes.stream().map(change -> map(session, change)).toList();
    }

    /** Changes in OnTime that the session's own values, which wait to go there, did not take over. */
    static List<Map<String, @Nullable Object>> held(UUID session, List<FieldChange> changes) {
        var held = taken(session, changes);
        held.forEach(change -> change.put("held", true));
        return held;
    }

    private static Map<String, @Nullable Object> map(UUID session, FieldChange change) {
        var map = change.toMap();
        map.put("session", session.toString());
        return map;
    }

    /** Of a reading from OnTime itself. */
    static Fact ofOnTime() {
        return Fact.of("session.read", Actor.onTime());
    }

    /** OnTime doesn't have these any more. */
    static Fact vanished(List<UUID> sessions) {
        return about("session.vanished", sessions);
    }

    /** OnTime has these again. */
    static Fact reappeared(List<UUID> sessions) {
        return about("session.reappeared", sessions);
    }

    /** What a reading had taken in turned out to be a session that was added here. */
    static Fact joined(UUID discarded, UUID added, UUID ontimeId) {
        return about("session.joined", List.of(added, discarded))
                .detail("discarded", discarded)
                .detail("ontimeId", ontimeId);
    }

    private static Fact about(String action, List<UUID> sessions) {
        return Fact.of(action, Actor.onTime())
                .about(sessions.stream()
                        .map(session -> Subject.of("session", session))
                        .toList());
    }

    /** Who read and from where, with how many sessions are new, changed, and changed in OnTime only. */
    static Fact fact(
            Fact cause,
            List<UUID> sessions,
            int added,
            int changed,
            int held,
            List<Map<String, @Nullable Object>> changes) {
        return cause.about(sessions.stream()
                        .map(session -> Subject.of("session", session))
                        .toList())
                .detail("added", added)
                .detail("changed", changed)
                .detail("held", held)
                .detail("changes", changes);
    }
}
