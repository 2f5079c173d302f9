package org.sessiondesk.ontime;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a session says, without its ID: the values wanted of an update, or all there is of a create. Null means none: no
 * vehicle, still open, not recorded.
 */
public record UserSessionValues(
        @Nullable UUID userId,
        @Nullable UUID vehicle,
        LogInType logInType,
        @Nullable Instant logInTime,
        @Nullable Instant logOutTime,
        @Nullable Integer startMileage,
        @Nullable Integer endMileage) {

    /**
     * The fields in which the other differs as a value: instants to the microsecond, and a mileage of 0 like none,
     * because OnTime writes both as 0.
     */
    public Set<UserSessionField> differences(UserSessionValues other) {
        var different = EnumSet.noneOf(UserSessionField.class);
        for (var field : UserSessionField.values()) {
            if (!Objects.equals(comparable(field), other.comparable(field))) {
                different.add(field);
            }
        }
        return different;
    }

    /** These values as they stand there once written over the other: of a time that differs only whole seconds are sent. */
    public UserSessionValues writtenOver(UserSessionValues other) {
        var written = differences(other);
        return new UserSessionValues(
                userId,
                vehicle,
                logInType,
                written.contains(UserSessionField.LOG_IN_TIME) ? wholeSeconds(logInTime) : logInTime,
                written.contains(UserSessionField.LOG_OUT_TIME) ? wholeSeconds(logOutTime) : logOutTime,
                startMileage,
                endMileage);
    }

    /** A time as it can be sent; null for none. */
    public static @Nullable Instant wholeSeconds(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS);
    }

    private @Nullable Object comparable(UserSessionField field) {
        return switch (field) {
            case USER_ID -> userId;
            case VEHICLE -> vehicle;
            case LOG_IN_TYPE -> logInType;
            case LOG_IN_TIME -> cut(logInTime);
            case LOG_OUT_TIME -> cut(logOutTime);
            case START_MILEAGE -> recorded(startMileage);
            case END_MILEAGE -> recorded(endMileage);
        };
    }

    private static @Nullable Instant cut(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
    }

    private static @Nullable Integer recorded(@Nullable Integer mileage) {
        return mileage == null || mileage == 0 ? null : mileage;
    }
}
