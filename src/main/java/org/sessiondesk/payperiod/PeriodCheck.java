package org.sessiondesk.payperiod;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.sessiondesk.account.Role;
import org.sessiondesk.daycheck.UsualDays;
import org.sessiondesk.daycheck.UsualDays.Usual;
import org.sessiondesk.payroll.PayRules;
import org.sessiondesk.signoff.SettledDays;
import org.sessiondesk.site.Site;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pay periods as people check them. */
@Service
@PreAuthorize(Role.MAY_VIEW)
@Transactional(readOnly = true)
public class PeriodCheck {

    private final PeriodQueries queries;
    private final UsualDays usualDays;
    private final PayRules payRules;
    private final SettledDays settled;
    private final Site site;
    private final InstantSource clock;

    PeriodCheck(
            PeriodQueries queries,
            UsualDays usualDays,
            PayRules payRules,
            SettledDays settled,
            Site site,
            InstantSource clock) {
        this.queries = queries;
        this.usualDays = usualDays;
        this.payRules = payRules;
        this.settled = settled;
        this.site = site;
        this.clock = clock;
    }

    /** The period that a day is in. As many statements, however many drivers and days. */
    public PeriodBoard period(LocalDate day) {
        var setting = payRules.now();
        var period = setting.calendar().of(day);
        var zone = site.zone();
        var usual = usual(period);
        var maker = new PeriodMaker(
                period,
                setting,
                zone,
                settled.signed(period),
                settled.fallen(period).keySet(),
                settled.notWorked(period).keySet(),
                usual);
        var rows = maker.rows(queries.sessions(period, zone), usual);
        return new PeriodBoard(period, setting, settled.closed(period), rows, maker.days(rows), Sum.of(rows));
    }

    /** Nobody is missed on a day that hasn't begun. */
    private List<Usual> usual(PayPeriod period) {
        var today = LocalDate.ofInstant(clock.instant(), site.zone());
        if (today.isBefore(period.first())) {
            return List.of();
        }
        var last = today.isBefore(period.last()) ? today : period.last();
        return usualDays.on(new PayPeriod(period.first(), last));
    }

    /** How far the period of yesterday is settled. Four statements. */
    public PeriodProgress progress() {
        var yesterday = LocalDate.ofInstant(clock.instant(), site.zone()).minusDays(1);
        var period = payRules.now().calendar().of(yesterday);
        var signed = settled.signed(period).keySet();
        var closed = settled.closed(period);
        var days = new HashSet<LocalDate>();
        var open = new HashSet<LocalDate>();
        for (var day : settled.toSign(period)) {
            if (!day.day().isAfter(yesterday)) {
                days.add(day.day());
                if (!signed.contains(day)
                        && closed.stream().noneMatch(one -> one.days().has(day.day()))) {
                    open.add(day.day());
                }
            }
        }
        boolean all = period.days().stream()
                .allMatch(day -> closed.stream().anyMatch(one -> one.days().has(day)));
        return new PeriodProgress(period, days.size() - open.size(), days.size(), all);
    }
}
