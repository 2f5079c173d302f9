package org.sessiondesk.worklist;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.ontime.UserSessionField;

/**
 * One wrong value as it is taken away: a finding, or one of the two values that are wrong together by it.
 *
 * @param session its OnTime ID; null until OnTime has given it one
 * @param field the value that is wrong
 * @param seen what stands there now: an {@code Integer}, {@code Instant}, {@code UUID} or {@code LogInType}; null where
 *     nothing does
 * @param suggested what was probably meant, of the same kind; null where nothing is suggested for this field
 * @param confidence from 0 to 1 that {@code suggested} is right; 0 without one
 */
public record FindingLine(
        @Nullable UUID session,
        UserSessionField field,
        Rule rule,
        Severity severity,
        @Nullable Object seen,
        @Nullable Object suggested,
        double confidence) {}
