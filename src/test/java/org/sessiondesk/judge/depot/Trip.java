package org.sessiondesk.judge.depot;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.LineSession;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionValues;

/**
 * A round as it was.
 *
 * @param start as the odometer showed; nothing or 0 in an own car
 * @param odometer which one the van had: another number after it was replaced; negative in an own car
 */
record Trip(
        UUID id,
        UUID driver,
        UUID vehicle,
        Instant in,
        Instant out,
        @Nullable Integer start,
        @Nullable Integer end,
        int odometer) {

    static final Comparator<Trip> BY_LOG_IN = Comparator.comparing(Trip::in).thenComparing(Trip::id);

    boolean measured() {
        return odometer >= 0;
    }

    /** Of a measured one. */
    int first() {
        return start == null ? 0 : start;
    }

    /** Of a measured one. */
    int last() {
        return end == null ? 0 : end;
    }

    int distance() {
        return last() - first();
    }

    Duration length() {
        return Duration.between(in, out);
    }

    SessionValues values() {
        return values(vehicle, in, out, start, end);
    }

    SessionValues read(int newStart, int newEnd) {
        return values(vehicle, in, out, newStart, newEnd);
    }

    SessionValues at(Instant newIn, @Nullable Instant newOut) {
        return values(vehicle, newIn, newOut, start, end);
    }

    SessionValues values(
            UUID newVehicle,
            Instant newIn,
            @Nullable Instant newOut,
            @Nullable Integer newStart,
            @Nullable Integer newEnd) {
        return new SessionValues(driver, newVehicle, LogInType.DRIVER, newIn, newOut, newStart, newEnd);
    }

    static LineSession session(UUID id, SessionValues values, boolean loggedInNow) {
        return new LineSession(id, values, loggedInNow, false, false);
    }
}
