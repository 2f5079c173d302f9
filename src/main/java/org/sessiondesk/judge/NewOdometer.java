package org.sessiondesk.judge;

import java.time.Instant;
import java.util.UUID;

/**
 * A person said that a vehicle got another odometer: its line of readings honestly breaks there.
 *
 * @param at sessions that begin then or later read the new one
 * @param reading what the new one showed first
 */
public record NewOdometer(UUID vehicle, Instant at, int reading) {}
