package org.sessiondesk.sandbox.fleet;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One session as OnTime holds it: values, no spelling. A field that a POST left out is null here.
 *
 * @param vehicle none for dispatchers
 * @param extra members OnTime's page doesn't document, kept only while each POST carries them
 */
public record TimeClockSession(
        UUID id,
        @Nullable UUID userId,
        @Nullable UUID vehicle,
        LogInType logInType,
        @Nullable Instant logInTime,
        @Nullable Instant logOutTime,
        @Nullable Integer startMileage,
        @Nullable Integer endMileage,
        Map<String, JsonNode> extra) {

    /** OnTime's enumeration, in the order of its ordinals. */
    public enum LogInType {
        Undefined,
        Dispatcher,
        Driver
    }

    public TimeClockSession {
        extra = Map.copyOf(extra);
    }

    /** The same session with another end; null empties. */
    TimeClockSession withEnd(@Nullable Instant logOut, @Nullable Integer mileage) {
        return new TimeClockSession(id, userId, vehicle, logInType, logInTime, logOut, startMileage, mileage, extra);
    }

    /** The same session with other readings. */
    TimeClockSession withMileages(@Nullable Integer start, @Nullable Integer end) {
        return new TimeClockSession(id, userId, vehicle, logInType, logInTime, logOutTime, start, end, extra);
    }

    /** The same session in another vehicle. */
    TimeClockSession withVehicle(UUID other) {
        return new TimeClockSession(
                id, userId, other, logInType, logInTime, logOutTime, startMileage, endMileage, extra);
    }
}
