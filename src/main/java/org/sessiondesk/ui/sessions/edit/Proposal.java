package org.sessiondesk.ui.sessions.edit;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionField;

/**
 * Values to be put into the editor's fields, for a person to look at and save.
 *
 * @param problem whose it is: two of one problem are two answers
 * @param values an {@code Instant}, an {@code Integer} or a {@code UUID}, as the field has it
 * @param reason why a session is corrected so
 */
public record Proposal(String problem, Map<SessionField, Object> values, Reason reason) {

    private static final Set<SessionField> TIMES = EnumSet.of(SessionField.LOG_IN, SessionField.LOG_OUT);

    public Proposal {
        values = Map.copyOf(values);
    }

    /** Whether it answers what that one did. When somebody left and what the odometer showed then are two questions. */
    boolean insteadOf(Proposal former) {
        return problem.equals(former.problem) && ofTimes() == former.ofTimes();
    }

    private boolean ofTimes() {
        return TIMES.containsAll(values.keySet());
    }
}
