package org.sessiondesk.roster;

/**
 * A line of a file with payroll numbers, as it stands there.
 *
 * @param line where
 * @param driver the OnTime ID, or the name as {@code Ruiz, Marco} or {@code Marco Ruiz}
 */
public record FiledNumber(long line, String driver, String number) {}
