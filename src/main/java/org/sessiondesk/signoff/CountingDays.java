package org.sessiondesk.signoff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sessiondesk.payroll.PayRules;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.site.Site;
import org.sessiondesk.worktime.DayRules;
import org.sessiondesk.worktime.DayTotals;
import org.sessiondesk.worktime.Timesheet;
import org.sessiondesk.worktime.WorkDay;
import org.springframework.stereotype.Component;

/** On which days sessions count, by the site's rule. */
@Component
class CountingDays {

    private static final UUID NOBODYS = new UUID(0, 0);

    private final PayRules payRules;
    private final Site site;

    CountingDays(PayRules payRules, Site site) {
        this.payRules = payRules;
        this.site = site;
    }

    /** By which rules sessions count. */
    DayRules rules() {
        return payRules.now().dayRules();
    }

    WorkDay day(LocalDate date) {
        return new WorkDay(date, site.zone());
    }

    /** Those on which anything of it counts. */
    Set<LocalDate> of(SessionValues values) {
        return of(values, rules());
    }

    /** As {@link #of(SessionValues)}, where many are asked about. */
    Set<LocalDate> of(SessionValues values, DayRules rules) {
        if (values.logIn() == null) {
            return Set.of();
        }
        return rules.daysOf(CountedSession.shift(NOBODYS, values, null), site.zone()).stream()
                .collect(Collectors.toSet());
    }

    /** As {@link #of(SessionValues, DayRules)}, of its driver; none without one. */
    Set<DriverDay> ofDriver(SessionValues values, DayRules rules) {
        var driver = values.driver();
        return driver == null
                ? Set.of()
                : of(values, rules).stream()
                        .map(day -> new DriverDay(driver, day))
                        .collect(Collectors.toSet());
    }

    /** Those of a driver's sessions that count on a day. */
    List<CountedSession> on(LocalDate day, Collection<CountedSession> sessions) {
        var rules = rules();
        return sessions.stream()
                .filter(session -> of(session.values(), rules).contains(day))
                .toList();
    }

    /** What a day comes to. */
    DayTotals totals(LocalDate day, Collection<CountedSession> sessions, Instant now) {
        return Timesheet.of(
                        day(day),
                        rules(),
                        sessions.stream().map(CountedSession::shift).toList(),
                        now)
                .totals();
    }
}
