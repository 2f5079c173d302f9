package org.sessiondesk.payout;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditQueries;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.audit.Subject;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.sessiondesk.payout.LeftOut.Skipped;
import org.sessiondesk.payroll.PayRules;
import org.sessiondesk.signoff.DriverDay;
import org.sessiondesk.signoff.SettledDays;
import org.sessiondesk.worktime.HourRounding;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands signed days to payroll, each once: what was handed over before comes again only as the difference. An export takes
 * the days of its period, and late ones of every period that was exported.
 */
@Service
public class PayExports {

    /** For {@code @PreAuthorize}: those who may look at exports and take their files away. */
    public static final String MAY_TAKE = "hasAnyRole('PAYROLL', 'AUDITOR', 'ADMINISTRATOR')";

    /** Days so near to each other are looked at together. */
    private static final int NEAR = 7;

    private final PayExportRows rows;
    private final RenumberedRows renumbered;
    private final SettledDays settled;
    private final PayRules rules;
    private final AuditTrail trail;
    private final AuditQueries history;
    private final LiveNews news;
    private final InstantSource clock;

    PayExports(
            PayExportRows rows,
            RenumberedRows renumbered,
            SettledDays settled,
            PayRules rules,
            AuditTrail trail,
            AuditQueries history,
            LiveNews news,
            InstantSource clock) {
        this.rows = rows;
        this.renumbered = renumbered;
        this.settled = settled;
        this.rules = rules;
        this.trail = trail;
        this.history = history;
        this.news = news;
        this.clock = clock;
    }

    /**
     * What the next export of this period would hold, and what it leaves out.
     *
     * @param mostLate how many late differences are told one by one
     */
    @PreAuthorize(MAY_TAKE)
    @Transactional(readOnly = true)
    public Due due(PayPeriod period, int mostLate) {
        var reopened = rows.reopened();
        var gone = gone(reopened);
        var asked = new Asked(period, rounding(), gone);
        var look = rows.look(rows.next(), asked, mostLate);
        return new Due(look.summary(), left(period, reopened.size() - gone.size()), look.late(), renumbered.due(asked));
    }

    /**
     * Makes an export: what is due becomes its rows, and counts as paid.
     *
     * @param seen what it is to hold: whoever was overtaken is told instead of paying something else
     */
    @PreAuthorize(Role.MAY_CLOSE)
    @Transactional
    public MakeOutcome make(PayPeriod period, DueSummary seen) {
        rows.oneAtATime();
        long number = rows.next();
        if (number != seen.number()) {
            return new MakeOutcome.Overtaken(number);
        }
        rules.hold();
        var rounding = rounding();
        var by = SignedIn.now().id();
        var asked = new Asked(period, rounding, gone(rows.reopened()));
        var made = rows.make(
                new PayExport(
                        number,
                        period,
                        by,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        rounding,
                        0,
                        history.end(),
                        PayExport.WITH_NUMBERS),
                asked,
                seen.mark());
        if (made == 0) {
            return rows.look(number, asked, 0).summary().isEmpty()
                    ? new MakeOutcome.NothingToPay()
                    : new MakeOutcome.Changed();
        }
        trail.record(Fact.of("payout.made", Actor.person(by))
                .about(new Subject("pay-export", Long.toString(number)))
                .detail("export", number)
                .detail("firstDay", period.first().toString())
                .detail("lastDay", period.last().toString())
                .detail("rounding", rounding.name())
                .detail("rows", made));
        news.tell(News.any(News.Topic.PAY_EXPORT));
        return new MakeOutcome.Made(find(number).orElseThrow());
    }

    /** The exports, the newest first. */
    @PreAuthorize(MAY_TAKE)
    @Transactional(readOnly = true)
    public List<PayExport> newest(int limit) {
        return rows.before(Long.MAX_VALUE, limit);
    }

    /** Those before one, the newest first. */
    @PreAuthorize(MAY_TAKE)
    @Transactional(readOnly = true)
    public List<PayExport> before(long number, int limit) {
        return rows.before(number, limit);
    }

    /** Those that have any of these days, the newest first. */
    @PreAuthorize(MAY_TAKE)
    @Transactional(readOnly = true)
    public List<PayExport> having(PayPeriod days) {
        return rows.having(days);
    }

    /** One of them. */
    @PreAuthorize(MAY_TAKE)
    @Transactional(readOnly = true)
    public Optional<PayExport> find(long number) {
        return rows.find(number);
    }

    /** A piece of an export's days in their order: by driver, then by day. Begin with 0; empty after the last. */
    @PreAuthorize(MAY_TAKE)
    @Transactional(readOnly = true)
    public List<PaidDay> days(long number, long after, int limit) {
        return rows.days(number, after, limit);
    }

    /** Drivers in it who were paid under another payroll number before. */
    @PreAuthorize(MAY_TAKE)
    @Transactional(readOnly = true)
    public List<Renumbered> renumbered(PayExport export) {
        return renumbered.in(export.number());
    }

    /** Whether some of its days are rounded as they were when they were paid first, and not as the others. */
    @PreAuthorize(MAY_TAKE)
    @Transactional(readOnly = true)
    public boolean roundedOtherwise(PayExport export) {
        return rows.roundedOtherwise(export);
    }

    /** In which export each of these days was paid last; those that weren't, or whose pay was taken back, are left out. */
    @PreAuthorize(Role.MAY_VIEW)
    @Transactional(readOnly = true)
    public Map<DriverDay, Long> paidIn(PayPeriod days) {
        return rows.paidIn(days);
    }

    private HourRounding rounding() {
        return rules.now().rounding();
    }

    private LeftOut left(PayPeriod period, int waiting) {
        var closed = settled.closed(period);
        Predicate<LocalDate> isClosed =
                day -> closed.stream().anyMatch(one -> one.days().has(day));
        var signed = settled.signed(period).keySet();
        int unsigned = (int) settled.toSign(period).stream()
                .filter(day -> !signed.contains(day) && !isClosed.test(day.day()))
                .count();
        var calendar = rules.now().calendar();
        var skipped = new LinkedHashMap<PayPeriod, Integer>();
        rows.skipped(period).forEach((day, days) -> skipped.merge(calendar.of(day), days, Integer::sum));
        return new LeftOut(
                waiting,
                unsigned,
                period.days().stream().allMatch(isClosed),
                skipped.entrySet().stream()
                        .map(one -> new Skipped(one.getKey(), one.getValue()))
                        .toList());
    }

    /** Of these days that were paid and opened again, by day, those on which nothing counts any more. */
    private List<DriverDay> gone(List<DriverDay> reopened) {
        var gone = new ArrayList<DriverDay>(reopened);
        for (int from = 0, next; from < reopened.size(); from = next) {
            var first = reopened.get(from).day();
            var last = first;
            for (next = from;
                    next < reopened.size() && !reopened.get(next).day().isAfter(last.plusDays(NEAR));
                    next++) {
                last = reopened.get(next).day();
            }
            gone.removeAll(settled.toSign(new PayPeriod(first, last)));
        }
        return gone;
    }

    /** For which days is asked, and how they are paid. */
    record Asked(PayPeriod period, HourRounding rounding, List<DriverDay> gone) {

        /** Hands it to a query that begins as {@link DueSql#DUE}. */
        StatementSpec bind(StatementSpec sql) {
            return sql.param("first", period.first())
                    .param("last", period.last())
                    .param("step", rounding.step().toSeconds())
                    .param("goneDrivers", gone.stream().map(DriverDay::driver).toArray(UUID[]::new))
                    .param(
                            "goneDays",
                            gone.stream().map(day -> day.day().toString()).toArray(String[]::new));
        }
    }
}
