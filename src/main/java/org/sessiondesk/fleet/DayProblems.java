package org.sessiondesk.fleet;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many of the sessions that began in a period are open problems; what is put aside counts nowhere.
 *
 * @param errors those with an error
 * @param warnings those with a warning; one with an error, too, counts in both
 * @param first the session to begin with; absent if there is nothing
 */
public record DayProblems(
        int sessions, int errors, int warnings, @Nullable UUID first) {}
