package org.sessiondesk.ontime;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * OnTime's documented calls. Each blocks until its answer or the end of its time, never throws for what OnTime or the
 * network does, and keeps no pace: readers ask {@link RequestPace} first.
 */
public interface OnTimeClient {

    /**
     * The IDs of sessions, unordered.
     *
     * @param userId of this user only
     * @param leastLogIn logged in at this time or later, cut to the second
     */
    default ReadAnswer<List<UUID>> sessionIds(@Nullable UUID userId, @Nullable Instant leastLogIn) {
        return sessionIds(userId, leastLogIn, _ -> {});
    }

    /**
     * As {@link #sessionIds(UUID, Instant)}.
     *
     * @param evidence is told the exchange before this returns
     */
    ReadAnswer<List<UUID>> sessionIds(@Nullable UUID userId, @Nullable Instant leastLogIn, Consumer<Exchange> evidence);

    /** One session. Found has exactly this ID. */
    default ReadAnswer<UserSession> session(UUID id) {
        return session(id, _ -> {});
    }

    /**
     * As {@link #session(UUID)}.
     *
     * @param evidence is told the exchange before this returns
     */
    ReadAnswer<UserSession> session(UUID id, Consumer<Exchange> evidence);

    /** The IDs of all users, unordered. */
    ReadAnswer<List<UUID>> userIds();

    /** One user. */
    ReadAnswer<OnTimeUser> user(UUID id);

    /** The IDs of all vehicles, unordered. */
    ReadAnswer<List<UUID>> vehicleIds();

    /** One vehicle. */
    ReadAnswer<OnTimeVehicle> vehicle(UUID id);

    /**
     * Updates a session, or creates one.
     *
     * @param body from {@link UserSessionText}, byte for byte what is sent
     * @param expectedId the ID in the body; null if the body has none, which makes OnTime create a session
     * @param stillNewest asked right before the request leaves; if it says no, nothing is sent
     * @throws IllegalArgumentException if the body has another ID than expected: an update would become a create
     */
    OnTimeAnswer post(String body, @Nullable UUID expectedId, BooleanSupplier stillNewest);
}
