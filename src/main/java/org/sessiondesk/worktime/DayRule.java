package org.sessiondesk.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** On which day a night shift counts. It is shown on both, and counted once. */
public enum DayRule {
    /** All of it on the day of its log-in. */
    LOG_IN,
    /** All of it on the day of its log-out. */
    LOG_OUT,
    /** Its time on each day's side of midnight; the session and its distance on the day of its log-in. */
    SPLIT;

    /** The day that a session belongs to, with its distance and all else of it that can't be split. */
    LocalDate dayOf(Shift shift, ZoneId zone) {
        var logIn = date(shift.logIn(), zone);
        var time = shift.time();
        if (this != LOG_OUT || time == null || time.isEmpty()) {
            return logIn;
        }
        // Who logs out at midnight sharp worked until the end of the day before.
        return date(time.to().minusNanos(1), zone);
    }

    private static LocalDate date(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }
}
