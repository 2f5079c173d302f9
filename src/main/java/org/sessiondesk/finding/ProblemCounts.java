package org.sessiondesk.finding;

/**
 * How many sessions are problems; what is put aside or dismissed counts nowhere else.
 *
 * @param sessions with at least one open finding
 * @param errors with an open error
 * @param warnings with an open warning; one with an error, too, counts in both
 * @param aside that are put aside
 */
public record ProblemCounts(int sessions, int errors, int warnings, int aside) {}
