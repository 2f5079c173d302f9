package org.sessiondesk.daycheck;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.sessiondesk.signoff.DriverDay;
import org.sessiondesk.signoff.EarlierSignOff;
import org.sessiondesk.signoff.NotWorked;
import org.sessiondesk.signoff.SettledDays;
import org.sessiondesk.signoff.SignOff;
import org.sessiondesk.worktime.PayPeriod;

/** What people said about all drivers' days of one date. */
record SettledRows(
        LocalDate date,
        Map<DriverDay, SignOff> signed,
        Map<DriverDay, NotWorked> notWorked,
        Map<DriverDay, EarlierSignOff> earlier) {

    static SettledRows of(LocalDate date, SettledDays settled) {
        var day = new PayPeriod(date, date);
        return new SettledRows(date, settled.signed(day), settled.notWorked(day), settled.fallen(day));
    }

    static SettledRows none(LocalDate date) {
        return new SettledRows(date, Map.of(), Map.of(), Map.of());
    }

    RowSettled of(UUID driver) {
        var day = new DriverDay(driver, date);
        return new RowSettled(signed.get(day), notWorked.get(day), earlier.get(day));
    }
}
