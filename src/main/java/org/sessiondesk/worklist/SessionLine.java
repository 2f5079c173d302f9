package org.sessiondesk.worklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.LogInType;

/**
 * One row of the list. Equal by its session, so that a list can replace a row that changed.
 *
 * @param version counts the changes of its values
 * @param driver the name; null where OnTime's record has no user
 * @param vehicle the name; null without a vehicle
 * @param distance end minus start, absent while a reading is missing
 * @param vanished OnTime had it and has it no more
 * @param leftOut a person left it out of totals
 * @param signed its day is signed with it, so that it can't change
 * @param paidIn the last export that paid a day which is signed with it; null while none has
 * @param mark the first that fits of what may be wrong with it; all others are told apart
 * @param problem what is open of it; absent for nothing
 * @param sent absent if nothing of it was ever to be sent
 */
public record SessionLine(
        UUID id,
        @Nullable UUID ontimeId,
        long version,
        @Nullable UUID driverId,
        @Nullable String driver,
        @Nullable UUID vehicleId,
        @Nullable String vehicle,
        LogInType type,
        @Nullable Instant logIn,
        @Nullable Instant logOut,
        @Nullable Integer startMileage,
        @Nullable Integer endMileage,
        @Nullable Long distance,
        boolean edited,
        boolean addedByOffice,
        boolean vanished,
        boolean leftOut,
        boolean signed,
        @Nullable Long paidIn,
        @Nullable Mark mark,
        @Nullable LineProblem problem,
        @Nullable SentState sent) {

    /** Whether it is in totals: what is left out, or was deleted in OnTime, isn't. */
    public boolean counts() {
        return !leftOut && !vanished;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SessionLine that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
