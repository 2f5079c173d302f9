package org.sessiondesk.judge.fleet;

import java.util.UUID;

/**
 * A vehicle of the company.
 *
 * @param odometer before the month
 * @param spare nobody has its keys
 * @param standsStill share of its sessions that begin with the very reading at which the last one ended
 */
record Van(UUID id, int odometer, boolean spare, double standsStill) {}
