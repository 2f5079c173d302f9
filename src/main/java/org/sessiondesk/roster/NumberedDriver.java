package org.sessiondesk.roster;

import org.jspecify.annotations.Nullable;

/**
 * A driver as payroll has them.
 *
 * @param number what payroll calls them; null if nobody said
 */
public record NumberedDriver(Driver driver, @Nullable String number) {}
