package org.sessiondesk.finding.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionsMoved.Move;

/** A reading that has another value now: that nobody knew the old one says nothing of it. */
record ChangedReading(UUID session, SessionField field) {

    private static final List<SessionField> READINGS = List.of(SessionField.START_MILEAGE, SessionField.END_MILEAGE);

    static List<ChangedReading> in(List<Move> moves) {
        var changed = new ArrayList<ChangedReading>();
        for (var move : moves) {
            var before = move.before();
            var after = move.after();
            for (var field : READINGS) {
                if (before != null && after != null && !Objects.equals(before.get(field), after.get(field))) {
                    changed.add(new ChangedReading(move.session(), field));
                }
            }
        }
        return changed;
    }
}
