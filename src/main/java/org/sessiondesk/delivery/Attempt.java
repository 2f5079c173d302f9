package org.sessiondesk.delivery;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionValues;

/**
 * One numbered try, with the values of its moment frozen.
 *
 * @param id grows over all attempts
 * @param ontimeId absent for a create
 * @param vanished no reading found it in OnTime lately
 * @param lastKnown OnTime's record as the session has it; absent for a create
 * @param base the record the portal's values started from; absent for a create
 */
record Attempt(
        long id,
        UUID delivery,
        UUID session,
        int number,
        long version,
        @Nullable UUID ontimeId,
        boolean vanished,
        UserSessionValues wanted,
        @Nullable UserSession lastKnown,
        @Nullable UserSession base,
        List<Comparison.Sent> unanswered) {

    boolean creates() {
        return ontimeId == null;
    }
}
