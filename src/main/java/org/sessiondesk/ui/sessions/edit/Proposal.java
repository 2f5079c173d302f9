package org.sessiondesk.ui.sessions.edit;

import java.util.Map;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionField;

/**
 * Values to be put into the editor's fields, for a person to look at and save.
 *
 * @param values an {@code Instant}, an {@code Integer} or a {@code UUID}, as the field has it
 * @param reason why a session is corrected so
 */
public record Proposal(Map<SessionField, Object> values, Reason reason) {

    public Proposal {
        values = Map.copyOf(values);
    }
}
