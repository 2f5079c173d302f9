package org.sessiondesk.worklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.LogInType;

/**
 * One row of the list. Equal by its session, so that a list can replace a row that changed.
 *
 * @param driver the name; null where OnTime's record has no user
 * @param vehicle the name; null without a vehicle
 * @param distance end minus start, absent while a reading is missing
 * @param vanished OnTime had it and has it no more
 * @param mark the first that fits; never {@link Mark#VANISHED}, which is told apart
 * @param problem what is open of it; absent for nothing
 * @param sent absent if nothing of it was ever to be sent
 */
public record SessionLine(
        UUID id,
        @Nullable UUID ontimeId,
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
        @Nullable Mark mark,
        @Nullable LineProblem problem,
        @Nullable SentState sent) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SessionLine that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
