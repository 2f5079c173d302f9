package org.sessiondesk.ui.trail;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.audit.TrailEntry;

/** An entry as far as it is about one session: a reading's is about up to five hundred. */
final class OwnChanges {

    private OwnChanges() {}

    static TrailEntry of(UUID session, TrailEntry entry) {
        if (!(entry.details().get("changes") instanceof List<?> changes)) {
            return entry;
        }
        Map<String, @Nullable Object> details = new TreeMap<>(entry.details());
        boolean ofMany =
                changes.stream().anyMatch(change -> change instanceof Map<?, ?> map && map.containsKey("session"));
        if (ofMany) {
            // How many others it was about is nothing of this one.
            details.keySet().removeAll(List.of("added", "changed", "held"));
        }
        details.put(
                "changes",
                changes.stream()
                        .filter(change -> !(change instanceof Map<?, ?> map)
                                || !map.containsKey("session")
                                || session.toString().equals(map.get("session")))
                        .toList());
        return new TrailEntry(
                entry.position(), entry.at(), entry.actor(), entry.action(), entry.subjects(), details, entry.texts());
    }
}
