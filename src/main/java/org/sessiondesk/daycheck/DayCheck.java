package org.sessiondesk.daycheck;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sessiondesk.account.Role;
import org.sessiondesk.daycheck.DayQueries.Usual;
import org.sessiondesk.site.Site;
import org.sessiondesk.worklist.SessionLine;
import org.sessiondesk.worklist.Worklist;
import org.sessiondesk.worktime.DayRule;
import org.sessiondesk.worktime.WorkDay;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Days as people check them. */
@Service
@PreAuthorize(Role.MAY_VIEW)
@Transactional(readOnly = true)
public class DayCheck {

    /** On which day a night counts. */
    public static final DayRule RULE = DayRule.LOG_IN;

    private final DayQueries queries;
    private final Worklist worklist;
    private final Site site;
    private final InstantSource clock;

    DayCheck(DayQueries queries, Worklist worklist, Site site, InstantSource clock) {
        this.queries = queries;
        this.worklist = worklist;
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
        var usual = by == By.DRIVER && !day.start().isAfter(now) ? queries.usual(day) : List.<Usual>of();
        return new BoardMaker(day, by, now).board(places, lines, usual);
    }
}
