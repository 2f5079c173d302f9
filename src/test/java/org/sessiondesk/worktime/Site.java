package org.sessiondesk.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.worktime.Shift.Kind;

/** A site whose people log in and out by its own clock. */
record Site(ZoneId zone) {

    static final Site LOS_ANGELES = new Site(ZoneId.of("America/Los_Angeles"));
    static final Site BERLIN = new Site(ZoneId.of("Europe/Berlin"));

    /** When nothing is open any more. */
    static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    WorkDay day(String date) {
        return new WorkDay(LocalDate.parse(date), zone);
    }

    Instant at(String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    Shift driver(String logIn, @Nullable String logOut, @Nullable Long distance) {
        return shift(Kind.DRIVER, logIn, logOut, distance);
    }

    Shift dispatcher(String logIn, String logOut) {
        return shift(Kind.DISPATCHER, logIn, logOut, null);
    }

    Timesheet sheet(String date, DayRule rule, Shift... shifts) {
        return sheet(date, DayRules.always(rule), shifts);
    }

    Timesheet sheet(String date, DayRules rules, Shift... shifts) {
        return Timesheet.of(day(date), rules, java.util.List.of(shifts), LATER);
    }

    private Shift shift(Kind kind, String logIn, @Nullable String logOut, @Nullable Long distance) {
        return new Shift(UUID.randomUUID(), kind, at(logIn), logOut == null ? null : at(logOut), distance);
    }
}
