package org.sessiondesk.session;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.UserSession;

/**
 * One log-in to log-out of one user in one vehicle, as the portal has it now.
 *
 * @param id the portal's own id
 * @param ontimeId absent until OnTime has given one to a session added by the office
 * @param asFirstRead the driver's own entry: the first values read that no correction of ours had set; absent for a
 *     session added by the office
 * @param lastKnown OnTime's newest record of it; absent as {@code ontimeId} is
 * @param readAt when {@code lastKnown} was read
 * @param vanishedAt since when OnTime hasn't it any more, as far as was seen; absent while it has
 * @param leftOutAt since when a person leaves it out of totals; absent while it counts
 * @param version counts the changes of {@code values} only
 * @param addedByOffice made here, not by a driver's log-in
 * @param edited a correction of ours stands in it
 * @param discarded a create that was taken back: in no list, count or total
 */
public record DriverSession(
        UUID id,
        @Nullable UUID ontimeId,
        SessionValues values,
        @Nullable SessionValues asFirstRead,
        @Nullable UserSession lastKnown,
        @Nullable Instant readAt,
        @Nullable Instant vanishedAt,
        @Nullable Instant leftOutAt,
        long version,
        boolean addedByOffice,
        boolean edited,
        boolean discarded) {}
