package org.sessiondesk.fleet;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open session that isn't known to be a forgotten log-out.
 *
 * @param driver the name; null where OnTime's record has no user
 * @param vehicle the name; null without a vehicle
 */
public record StillOut(
        UUID session, @Nullable String driver, @Nullable String vehicle, Instant logIn) {}
