package org.sessiondesk.fleet;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.session.SessionField;

/**
 * Where a vehicle's line of readings breaks: an open finding about a reading.
 *
 * @param field the reading that is wrong
 * @param contradicts the session that says otherwise, if there is one
 */
public record OdometerBreak(
        UUID session,
        Rule rule,
        Severity severity,
        SessionField field,
        @Nullable UUID contradicts) {}
