package org.sessiondesk.signoff;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.sessiondesk.site.Site;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes pay periods and opens them again. A closed one locks every day in it, for all drivers. */
@Service
@PreAuthorize(Role.MAY_CLOSE)
@Transactional
public class PayPeriods {

    private final DayLocks locks;
    private final PeriodRows rows;
    private final SignOffRows signOffs;
    private final CountedSessions sessions;
    private final Site site;
    private final AuditTrail trail;
    private final LiveNews news;
    private final InstantSource clock;

    PayPeriods(
            DayLocks locks,
            PeriodRows rows,
            SignOffRows signOffs,
            CountedSessions sessions,
            Site site,
            AuditTrail trail,
            LiveNews news,
            InstantSource clock) {
        this.locks = locks;
        this.rows = rows;
        this.signOffs = signOffs;
        this.sessions = sessions;
        this.site = site;
        this.trail = trail;
        this.news = news;
        this.clock = clock;
    }

    /** Closes those days of a period that aren't closed yet, once every day on which something counts is signed. */
    public CloseOutcome close(PayPeriod period) {
        locks.settlePeriods();
        if (!period.last().isBefore(LocalDate.ofInstant(clock.instant(), site.zone()))) {
            return new CloseOutcome.NotOver();
        }
        var open = withoutClosed(period);
        if (open.isEmpty()) {
            return new CloseOutcome.ClosedAlready();
        }
        var signed = signOffs.within(period).stream().map(SignOff::day).collect(Collectors.toSet());
        var unsigned = sessions.within(period).stream()
                .filter(day -> !signed.contains(day))
                .filter(day -> open.stream().anyMatch(days -> days.has(day.day())))
                .toList();
        if (!unsigned.isEmpty()) {
            return new CloseOutcome.Unsigned(unsigned);
        }
        var by = SignedIn.now().id();
        var now = now();
        var added = open.stream()
                .map(days -> new ClosedPeriod(UUID.randomUUID(), days, by, now))
                .toList();
        for (var closed : added) {
            rows.insert(closed);
            trail.record(SignOffFacts.period(closed, "period-closed", by));
        }
        tell();
        return new CloseOutcome.Closed(added);
    }

    /**
     * Opens a closed period. Its days stay signed, each to be opened by itself.
     *
     * @param reason why, at most {@link DayToSign#LONGEST_REASON} characters and not blank
     */
    public ReopenOutcome reopen(UUID closedPeriod, String reason) {
        var why = Reasons.needed(reason);
        locks.settlePeriods();
        var standing = rows.find(closedPeriod);
        if (standing.isEmpty()) {
            return new ReopenOutcome.NothingThere();
        }
        var by = SignedIn.now().id();
        rows.reopen(closedPeriod, by, now(), why);
        trail.record(SignOffFacts.period(standing.get(), "period-reopened", by)
                .detail("closedBy", standing.get().by())
                .detail("closedAt", standing.get().at())
                .text("reason", why));
        tell();
        return new ReopenOutcome.Done();
    }

    private List<PayPeriod> withoutClosed(PayPeriod period) {
        var open = new ArrayList<PayPeriod>();
        var from = period.first();
        for (var closed : rows.over(period)) {
            if (closed.days().first().isAfter(from)) {
                open.add(new PayPeriod(from, closed.days().first().minusDays(1)));
            }
            from = closed.days().last().plusDays(1);
        }
        if (!from.isAfter(period.last())) {
            open.add(new PayPeriod(from, period.last()));
        }
        return open;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Any session may have come to be locked, or free. */
    private void tell() {
        news.tell(News.any(News.Topic.SIGN_OFF));
        news.tell(News.any(News.Topic.SESSION));
    }
}
