package org.sessiondesk.judge.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionValues;

/**
 * A session as it was.
 *
 * @param vehicle absent at a desk or on foot
 * @param odometer as it was read; absent at a desk, on foot and in an own car
 */
record Drive(
        UUID id,
        UUID driver,
        @Nullable UUID vehicle,
        LogInType type,
        Instant logIn,
        Instant logOut,
        @Nullable Odometer odometer) {

    static final Comparator<Drive> IN_LINE = Comparator.comparing(Drive::logIn).thenComparing(Drive::id);

    /** What it showed at log-in and at log-out. */
    record Odometer(int start, int end) {

        int distance() {
            return end - start;
        }
    }

    /** In a vehicle whose mileage is kept. */
    boolean measured() {
        return odometer != null;
    }

    /** The readings of one that is {@link #measured}. */
    Odometer readings() {
        if (odometer == null) {
            throw new IllegalStateException("no readings in " + id);
        }
        return odometer;
    }

    Duration length() {
        return Duration.between(logIn, logOut);
    }

    Drive with(Odometer readings) {
        return new Drive(id, driver, vehicle, type, logIn, logOut, readings);
    }

    SessionValues values() {
        return new SessionValues(
                driver,
                vehicle,
                type,
                logIn,
                logOut,
                odometer == null ? null : odometer.start(),
                odometer == null ? null : odometer.end());
    }
}
