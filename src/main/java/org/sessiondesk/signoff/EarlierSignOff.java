package org.sessiondesk.signoff;

import java.time.Instant;
import java.util.UUID;

/**
 * A signature that fell: the day was opened again, and nobody has signed it since.
 *
 * @param by who opened it
 */
public record EarlierSignOff(SignOff signOff, UUID by, Instant at, String reason) {}
