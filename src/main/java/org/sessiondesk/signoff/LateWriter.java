package org.sessiondesk.signoff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.sessiondesk.session.CorrectionOutcome;
import org.sessiondesk.session.DriverSessions;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.session.SettledBy;
import org.sessiondesk.signoff.LockRows.Touched;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Writes what people decide about late changes. */
@Component
class LateWriter {

    private final LateRows rows;
    private final SignOffRows signOffs;
    private final SignOffWriter writer;
    private final CountingDays days;
    private final LockRows locks;
    private final DayLocks dayLocks;
    private final DriverSessions sessions;
    private final SessionCorrections corrections;
    private final AuditTrail trail;
    private final LiveNews news;

    LateWriter(
            LateRows rows,
            SignOffRows signOffs,
            SignOffWriter writer,
            CountingDays days,
            LockRows locks,
            DayLocks dayLocks,
            DriverSessions sessions,
            SessionCorrections corrections,
            AuditTrail trail,
            LiveNews news) {
        this.rows = rows;
        this.signOffs = signOffs;
        this.writer = writer;
        this.days = days;
        this.locks = locks;
        this.dayLocks = dayLocks;
        this.sessions = sessions;
        this.corrections = corrections;
        this.trail = trail;
        this.news = news;
    }

    /** All of it or nothing: the days opened, the values taken over. */
    @Transactional
    public LateOutcome take(LateChange seen, String reason) {
        var bearsUpon = bearsUpon(seen);
        // All rows first, in their order; the days are opened under their locks.
        var held = new ArrayList<>(List.of(seen.session()));
        bearsUpon.forEach(
                day -> signOffs.standing(day).ifPresent(standing -> held.addAll(signOffs.sessionsOf(standing.id()))));
        sessions.holdAll(held.stream().distinct().toList());
        dayLocks.settle(bearsUpon);
        var closed = closed(seen);
        if (closed.isPresent()) {
            return undone(new LateOutcome.Closed(closed.get()));
        }
        for (var day : bearsUpon) {
            if (writer.reopen(day, reason) instanceof ReopenOutcome.Closed(var period)) {
                return undone(new LateOutcome.Closed(closed(period)));
            }
        }
        if (!rows.decide(seen, "TAKEN", SignedIn.now().id())) {
            return undone(notAsSeen(seen));
        }
        var now = sessions.find(seen.session()).orElseThrow();
        if (!now.values().equals(seen.ours())) {
            return undone(new LateOutcome.Stale());
        }
        if (!now.values().equals(seen.theirs())) {
            var outcome = corrections
                    .apply(List.of(new SessionCommand.Withdraw(seen.session(), now.version(), seen.theirs())))
                    .getFirst();
            if (outcome instanceof CorrectionOutcome.Locked(var by)) {
                return undone(new LateOutcome.Closed(by));
            }
            if (!(outcome instanceof CorrectionOutcome.Saved)) {
                return undone(new LateOutcome.Stale());
            }
        }
        record(seen, "late-taken");
        return new LateOutcome.Done();
    }

    /** A session without a driver is in nobody's day, and in a closed period all the same. */
    private Optional<SettledBy> closed(LateChange late) {
        var rules = days.rules();
        var dates = new HashSet<>(days.of(late.ours(), rules));
        dates.addAll(days.of(late.theirs(), rules));
        return locks.of(late.session(), new Touched(Set.of(), dates, List.of()))
                .filter(by -> by.kind() == SettledBy.Kind.CLOSED_PERIOD);
    }

    /** Every driver's day that is signed with it or has hours it would move, or that it counts on or would count on. */
    TreeSet<DriverDay> bearsUpon(LateChange late) {
        var found = new TreeSet<>(DriverDay.IN_ORDER);
        signOffs.ofSessions(List.of(late.session())).forEach(signOff -> found.add(signOff.day()));
        found.addAll(locks.reached(Reach.of(late.session(), late.ours(), late.theirs())));
        var rules = days.rules();
        Stream.of(late.ours(), late.theirs()).forEach(values -> found.addAll(days.ofDriver(values, rules)));
        return found;
    }

    @Transactional
    public LateOutcome keep(LateChange seen) {
        sessions.hold(seen.session());
        if (!rows.open(seen.id()).filter(seen::equals).isPresent()
                || !rows.decide(seen, "KEPT", SignedIn.now().id())) {
            return notAsSeen(seen);
        }
        record(seen, "late-kept");
        return new LateOutcome.Done();
    }

    private LateOutcome notAsSeen(LateChange seen) {
        return rows.open(seen.id()).isPresent() ? new LateOutcome.Stale() : new LateOutcome.NothingThere();
    }

    private void record(LateChange late, String what) {
        trail.record(SignOffFacts.decided(late, what, SignedIn.now().id()));
        news.tell(News.any(News.Topic.SIGN_OFF));
    }

    private static LateOutcome undone(LateOutcome outcome) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return outcome;
    }

    private static SettledBy closed(ClosedPeriod period) {
        return new SettledBy(
                SettledBy.Kind.CLOSED_PERIOD,
                period.by(),
                period.at(),
                period.days().first(),
                period.days().last());
    }
}
