package org.sessiondesk.payroll;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.sessiondesk.site.Site;
import org.sessiondesk.worktime.DayRule;
import org.sessiondesk.worktime.DayRules;
import org.sessiondesk.worktime.HourRounding;
import org.sessiondesk.worktime.PayCalendar;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How the site pays, and its change. Everybody and everything that counts hours may ask. */
@Service
public class PayRules {

    /** Nobody plans farther, and who typed a year wrong is told. */
    private static final int YEARS_AHEAD = 2;

    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);

    private final StoredPayRules stored;
    private final ObjectProvider<LastSettledDay> settled;
    private final AuditTrail trail;
    private final LiveNews news;
    private final Site site;
    private final InstantSource clock;

    PayRules(
            StoredPayRules stored,
            ObjectProvider<LastSettledDay> settled,
            AuditTrail trail,
            LiveNews news,
            Site site,
            InstantSource clock) {
        this.stored = stored;
        this.settled = settled;
        this.trail = trail;
        this.news = news;
        this.site = site;
        this.clock = clock;
    }

    /** As it stands. One statement. */
    @Transactional(readOnly = true)
    public PaySetting now() {
        return stored.now();
    }

    /**
     * What {@link #now} says from here on stays so until the current transaction ends: for whoever settles days by it.
     * Others may hold it, too.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold() {
        stored.hold();
    }

    /** The days that are paid together with this one. */
    @Transactional(readOnly = true)
    public PayPeriod period(LocalDate day) {
        return stored.now().calendar().of(day);
    }

    /** What is set, and by whom. */
    @PreAuthorize(Role.MAY_ADMINISTER)
    @Transactional(readOnly = true)
    public PayStanding standing() {
        return stored.standing(earliest(), today());
    }

    /**
     * Counts sessions that begin on a day or later by another rule. What was to hold from a later day on is dropped.
     *
     * @param seen those on which it was decided
     */
    @PreAuthorize(Role.MAY_ADMINISTER)
    @Transactional
    public DayRuleChange count(DayRules seen, DayRule rule, LocalDate from) {
        stored.holdAlone();
        var before = stored.now().dayRules();
        var after = before.from(from, rule);
        var last = today().plusYears(YEARS_AHEAD);
        if (from.isBefore(FIRST) || from.isAfter(last)) {
            return new DayRuleChange.OutOfReach(FIRST, last);
        }
        if (before.equals(after)) {
            return new DayRuleChange.Same();
        }
        if (!before.equals(seen)) {
            return new DayRuleChange.Overtaken();
        }
        if (from.isBefore(earliest())) {
            return new DayRuleChange.TooEarly(earliest());
        }
        var by = SignedIn.now().id();
        stored.store(from, after.since().get(from), by, clock.instant());
        trail.record(Fact.of("payroll.day-rule-set", Actor.person(by))
                .detail("dayRule", rule.name())
                .detail("before", before.on(from).name())
                .detail("validFrom", from.toString())
                .detail("dropped", dropped(before, from)));
        news.tell(News.any(News.Topic.PAY_RULES));
        return new DayRuleChange.Applied();
    }

    /**
     * Divides days into other periods, or rounds otherwise. Days of a closed period stay closed.
     *
     * @param seen those on which it was decided
     */
    @PreAuthorize(Role.MAY_ADMINISTER)
    @Transactional
    public PayChange pay(PaySetting seen, PayCalendar calendar, HourRounding rounding) {
        stored.holdAlone();
        var before = stored.now();
        var after = new PaySetting(before.dayRules(), calendar, rounding);
        if (before.equals(after)) {
            return new PayChange.Same();
        }
        if (!before.calendar().equals(seen.calendar()) || before.rounding() != seen.rounding()) {
            return new PayChange.Overtaken();
        }
        var by = SignedIn.now().id();
        stored.store(calendar, rounding, by, clock.instant());
        trail.record(Fact.of("payroll.pay-set", Actor.person(by))
                .detail("before", CalendarColumns.told(before))
                .detail("after", CalendarColumns.told(after)));
        news.tell(News.any(News.Topic.PAY_RULES));
        return new PayChange.Applied();
    }

    private LocalDate earliest() {
        return settled.stream()
                .flatMap(day -> day.lastSettled().stream())
                .max(LocalDate::compareTo)
                .map(last -> last.plusDays(1))
                .orElse(FIRST);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), site.zone());
    }

    private static List<String> dropped(DayRules before, LocalDate from) {
        var dropped = new ArrayList<String>();
        before.since().tailMap(from, false).keySet().forEach(day -> dropped.add(day.toString()));
        return dropped;
    }
}
