package org.sessiondesk.morning;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.sessiondesk.fleet.Overview;
import org.sessiondesk.signoff.DriverDay;
import org.sessiondesk.signoff.SettledDays;
import org.sessiondesk.site.Site;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Counts what the overview counts, as somebody who may only look. */
@Component
class MorningCount {

    private static final int DAYS_BACK = 14;
    private static final int MOST_OUT = 1_000;

    private final Overview overview;
    private final SettledDays settled;
    private final Site site;

    MorningCount(Overview overview, SettledDays settled, Site site) {
        this.overview = overview;
        this.settled = settled;
        this.site = site;
    }

    MorningCounts on(LocalDate today) {
        return looking(() -> count(today));
    }

    private MorningCounts count(LocalDate today) {
        var zone = site.zone();
        var problems = overview.problems(
                today.minusDays(1).atStartOfDay(zone).toInstant(),
                today.atStartOfDay(zone).toInstant());
        var out = overview.stillOut(MOST_OUT);
        var days = new PayPeriod(today.minusDays(DAYS_BACK), today.minusDays(1));
        var unsigned = new TreeMap<LocalDate, Integer>();
        settled.unsigned(days).stream().map(DriverDay::day).forEach(day -> unsigned.merge(day, 1, Integer::sum));
        return new MorningCounts(
                problems.sessions(),
                problems.errors(),
                problems.warnings(),
                out.size(),
                out.isEmpty() ? null : out.getFirst().logIn(),
                unsigned);
    }

    /** Nobody is signed in on a thread of the queue; what is read here needs somebody's rights to look. */
    private static <T> T looking(Supplier<T> look) {
        var before = SecurityContextHolder.getContext();
        var reader = SecurityContextHolder.createEmptyContext();
        reader.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                "morning-line", null, List.of(new SimpleGrantedAuthority("ROLE_AUDITOR"))));
        SecurityContextHolder.setContext(reader);
        try {
            return look.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
