package org.sessiondesk.worklist;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.ontime.UserSessionField;

/**
 * One finding as it is taken away.
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
