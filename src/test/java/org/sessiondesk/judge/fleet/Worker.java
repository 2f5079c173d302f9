package org.sessiondesk.judge.fleet;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with an account, or with the use of a colleague's.
 *
 * @param account OnTime's user id
 * @param begins usual log-in by the clock on the wall
 * @param hours usual length of a working day
 * @param miles usual distance of a working day
 * @param van whose keys they have; absent for those who take what is free
 */
record Worker(
        UUID account,
        Job job,
        Set<DayOfWeek> days,
        LocalTime begins,
        double hours,
        double miles,
        @Nullable Van van) {

    enum Job {
        COMPANY_VAN,
        OWN_CAR,
        DESK
    }
}
