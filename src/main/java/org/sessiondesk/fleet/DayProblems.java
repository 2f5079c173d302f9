package org.sessiondesk.fleet;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Open findings of the sessions that began in a period; what is put aside counts in neither.
 *
 * @param first the session to begin with; absent if there is nothing
 */
public record DayProblems(
        int errors, int warnings, @Nullable UUID first) {}
