package org.sessiondesk.fleet;

import java.time.Instant;
import java.util.UUID;

/**
 * What a person said about a vehicle's new odometer.
 *
 * @param since sessions that begin then or later read it
 * @param reading what it showed first
 */
public record NewOdometerAct(Instant since, int reading, UUID person, Instant saidAt) {}
