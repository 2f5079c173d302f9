package org.sessiondesk.daycheck;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sessiondesk.account.Role;
import org.sessiondesk.daycheck.UsualDays.Usual;
import org.sessiondesk.payroll.PayRules;
import org.sessiondesk.signoff.SettledDays;
import org.sessiondesk.site.Site;
import org.sessiondesk.worklist.SessionLine;
import org.sessiondesk.worklist.Worklist;
import org.sessiondesk.worktime.PayPeriod;
import org.sessiondesk.worktime.WorkDay;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Days as people check them. */
@Service
@PreAuthorize(Role.MAY_VIEW)
@Transactional(readOnly = true)
public class DayCheck {

    private final DayQueries queries;
    private final UsualDays usualDays;
    private final Worklist worklist;
    private final PayRules payRules;
    private final SettledDays settledDays;
    private final Site site;
    private final InstantSource clock;

    DayCheck(
            DayQueries queries,
            UsualDays usualDays,
            Worklist worklist,
            PayRules payRules,
            SettledDays settledDays,
            Site site,
            InstantSource clock) {
        this.queries = queries;
        this.usualDays = usualDays;
        this.worklist = worklist;
        this.payRules = payRules;
        this.settledDays = settledDays;
        this.site = site;
        this.clock = clock;
    }

    /** A day of the site. As many statements, however many rows. */
    public DayBoard day(LocalDate date, By by) {
        var day = new WorkDay(date, site.zone());
        var now = clock.instant();
        var places = queries.places(day, by);
        var lines = worklist.lines(places.keySet()).stream()
                .collect(Collectors.toMap(SessionLine::id, Function.identity()));
        var usual = by == By.DRIVER && !day.start().isAfter(now)
                ? usualDays.on(new PayPeriod(date, date))
                : List.<Usual>of();
        var settled = by == By.DRIVER ? SettledRows.of(date, settledDays) : SettledRows.none(date);
        var closed = settledDays.closed(new PayPeriod(date, date)).stream().findFirst();
        return new BoardMaker(day, payRules.now().dayRules(), by, now, settled)
                .board(places, lines, usual, closed.orElse(null));
    }
}
