package org.sessiondesk.payout;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A driver who has another payroll number than under which the newest of their paid days was paid last.
 *
 * @param day that day
 * @param export which paid it
 * @param before the number that stands there
 */
public record Renumbered(UUID driverId, String driverName, LocalDate day, long export, String before, String now) {}
