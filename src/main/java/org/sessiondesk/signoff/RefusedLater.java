package org.sessiondesk.signoff;

import java.util.UUID;
import org.sessiondesk.delivery.DeliveryState;

/**
 * A session that stands in a sign-off, and of which OnTime hasn't what was signed.
 *
 * @param sent what became of the sending after the day was signed
 */
public record RefusedLater(UUID session, DriverDay day, DeliveryState sent) {}
