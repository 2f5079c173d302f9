package org.sessiondesk.session;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionText;
import org.springframework.stereotype.Component;

/** What somebody changed in OnTime while ours waits to go there: of a difference, what we sent ourselves is none. */
@Component
class ChangesInOnTime {

    private final DeliveryStanding standing;
    private final UserSessionText texts;

    ChangesInOnTime(DeliveryStanding standing, UserSessionText texts) {
        this.standing = standing;
        this.texts = texts;
    }

    /** From the last-known record of a session to OnTime's of now; asked before that takes its place. */
    List<FieldChange> of(SessionRow row, UserSession now) {
        var lastKnown = row.lastKnown(texts);
        if (lastKnown == null) {
            return List.of();
        }
        var before = SessionValues.of(lastKnown);
        var after = SessionValues.of(now).unlessOnlyUnrecorded(before);
        var changed = EnumSet.noneOf(SessionField.class);
        changed.addAll(before.differences(after));
        if (!changed.isEmpty()) {
            standing.unanswered(row.id())
                    .forEach(sent -> changed.removeIf(field -> Objects.equals(sent.get(field), after.get(field))));
        }
        return FieldChange.between(before, after, changed);
    }
}
