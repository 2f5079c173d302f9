package org.sessiondesk.session;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionValues;

/**
 * The seven values of a driver session that people see and correct.
 *
 * @param driver OnTime's user id; absent only where OnTime's record lacks it
 * @param vehicle OnTime's vehicle id
 * @param logIn cut to microseconds; absent only where OnTime's record lacks it
 * @param logOut cut to microseconds; absent while the session is open
 * @param startMileage odometer in the site's unit (whole miles or km); absent where not recorded
 * @param endMileage as {@code startMileage}
 */
public record SessionValues(
        @Nullable UUID driver,
        @Nullable UUID vehicle,
        LogInType type,
        @Nullable Instant logIn,
        @Nullable Instant logOut,
        @Nullable Integer startMileage,
        @Nullable Integer endMileage) {

    /** Of a session that doesn't exist yet. */
    static final SessionValues NONE = new SessionValues(null, null, LogInType.UNDEFINED, null, null, null, null);

    /** The values of a record as OnTime has it. */
    public static SessionValues of(UserSession record) {
        return new SessionValues(
                record.userId(),
                record.vehicle(),
                record.logInType(),
                record.logInTime(),
                record.logOutTime(),
                record.startMileage(),
                record.endMileage());
    }

    /** The same values as the wire has them. */
    public UserSessionValues toWire() {
        return new UserSessionValues(driver, vehicle, type, logIn, logOut, startMileage, endMileage);
    }

    /**
     * These values, but not recorded where the other has it so and OnTime says 0, and the other way round: OnTime writes
     * both as 0, so that is no change.
     */
    SessionValues unlessOnlyUnrecorded(SessionValues mine) {
        return new SessionValues(
                driver,
                vehicle,
                type,
                logIn,
                logOut,
                bothUnrecorded(startMileage, mine.startMileage) ? mine.startMileage : startMileage,
                bothUnrecorded(endMileage, mine.endMileage) ? mine.endMileage : endMileage);
    }

    private static boolean bothUnrecorded(@Nullable Integer one, @Nullable Integer other) {
        return (one == null || one == 0) && (other == null || other == 0);
    }

    /** The value of one field: an {@code Instant}, {@code Integer}, {@code UUID} or {@code LogInType}. */
    public @Nullable Object get(SessionField field) {
        return switch (field) {
            case LOG_IN -> logIn;
            case LOG_OUT -> logOut;
            case START_MILEAGE -> startMileage;
            case END_MILEAGE -> endMileage;
            case DRIVER -> driver;
            case VEHICLE -> vehicle;
            case TYPE -> type;
        };
    }

    /** The fields in which the two differ. */
    public Set<SessionField> differences(SessionValues other) {
        var fields = EnumSet.noneOf(SessionField.class);
        for (var field : SessionField.values()) {
            if (!Objects.equals(get(field), other.get(field))) {
                fields.add(field);
            }
        }
        return fields;
    }

    /** These values, with the given fields taken from the other. */
    public SessionValues with(Set<SessionField> fields, SessionValues other) {
        return new SessionValues(
                fields.contains(SessionField.DRIVER) ? other.driver : driver,
                fields.contains(SessionField.VEHICLE) ? other.vehicle : vehicle,
                fields.contains(SessionField.TYPE) ? other.type : type,
                fields.contains(SessionField.LOG_IN) ? other.logIn : logIn,
                fields.contains(SessionField.LOG_OUT) ? other.logOut : logOut,
                fields.contains(SessionField.START_MILEAGE) ? other.startMileage : startMileage,
                fields.contains(SessionField.END_MILEAGE) ? other.endMileage : endMileage);
    }

    /** These values with the times among the fields as they can be sent: in whole seconds. */
    SessionValues inWholeSeconds(Set<SessionField> fields) {
        return new SessionValues(
                driver,
                vehicle,
                type,
                fields.contains(SessionField.LOG_IN) ? UserSessionValues.wholeSeconds(logIn) : logIn,
                fields.contains(SessionField.LOG_OUT) ? UserSessionValues.wholeSeconds(logOut) : logOut,
                startMileage,
                endMileage);
    }

    /**
     * Distance driven, end minus start.
     *
     * @return in the site's unit, negative if a reading was mistyped; absent while a reading is missing
     */
    public @Nullable Long distance() {
        return startMileage == null || endMileage == null ? null : (long) endMileage - startMileage;
    }
}
