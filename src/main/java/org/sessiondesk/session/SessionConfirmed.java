package org.sessiondesk.session;

import java.util.UUID;

/**
 * OnTime has taken what was sent. Published in the transaction that stored it.
 *
 * @param sentVersion the session's version whose values were sent
 * @param differs what OnTime returned isn't what was sent
 */
public record SessionConfirmed(UUID session, long sentVersion, boolean differs) {}
