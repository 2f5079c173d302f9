package org.sessiondesk.finding.check;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session to be judged again.
 *
 * @param vehicle the line it stood in before; null for none
 * @param driver as {@code vehicle}
 * @param logIn where it stood in them
 * @param beside its neighbours in the driver's line see it otherwise: its times, vehicle or driver changed
 * @param alone only itself, not what stands around it
 */
record Due(
        UUID session,
        @Nullable UUID vehicle,
        @Nullable UUID driver,
        @Nullable Instant logIn,
        boolean beside,
        boolean alone) {

    /** It and what stands around it, where it is. */
    static Due around(UUID session) {
        return new Due(session, null, null, null, false, false);
    }

    static Due alone(UUID session) {
        return new Due(session, null, null, null, false, true);
    }
}
