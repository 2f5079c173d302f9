package org.sessiondesk.worklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.LogInType;

/**
 * One session as programs read it.
 *
 * @param ontimeId null until OnTime has given one to a session that the office added
 * @param driver the name; null where none is known
 * @param vehicle the name; null where none is known
 * @param distance end minus start; null while a reading is missing, and where nobody can tell one
 * @param vanished OnTime had it and has it no more
 * @param leftOut a person left it out of totals
 * @param problems how many findings of it stand, those put aside among them, dismissed ones not
 */
public record WholeSession(
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
        boolean leftOut,
        int problems) {}
