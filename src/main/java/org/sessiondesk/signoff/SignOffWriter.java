package org.sessiondesk.signoff;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.sessiondesk.session.DriverSessions;
import org.sessiondesk.signoff.Objection.Kind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes what people say about one driver's day, with its sessions and then the day locked. */
@Component
class SignOffWriter {

    private final CountedSessions sessions;
    private final CountingDays days;
    private final DriverSessions rows;
    private final DayLocks locks;
    private final StandingAgainst against;
    private final SignedNeighbours neighbours;
    private final SignOffRows signOffs;
    private final LateSigned late;
    private final PeriodRows periods;
    private final AuditTrail trail;
    private final LiveNews news;
    private final InstantSource clock;

    SignOffWriter(
            CountedSessions sessions,
            CountingDays days,
            DriverSessions rows,
            DayLocks locks,
            StandingAgainst against,
            SignedNeighbours neighbours,
            SignOffRows signOffs,
            LateSigned late,
            PeriodRows periods,
            AuditTrail trail,
            LiveNews news,
            InstantSource clock) {
        this.sessions = sessions;
        this.days = days;
        this.rows = rows;
        this.locks = locks;
        this.against = against;
        this.neighbours = neighbours;
        this.signOffs = signOffs;
        this.late = late;
        this.periods = periods;
        this.trail = trail;
        this.news = news;
        this.clock = clock;
    }

    @Transactional
    public SignOutcome sign(DayToSign wanted) {
        var day = wanted.day();
        var held = days.on(day.day(), sessions.around(day)).stream()
                .map(CountedSession::id)
                .toList();
        rows.holdAll(held);
        locks.settle(day);
        var standing = signOffs.standing(day);
        if (standing.isPresent()) {
            return new SignOutcome.SignedAlready(standing.get());
        }
        var closed = periods.over(day.day());
        if (closed.isPresent()) {
            return new SignOutcome.Closed(day, closed.get().days());
        }
        // What came to count on the day meanwhile isn't held, and nobody has seen it.
        var around = sessions.around(day);
        var counting = days.on(day.day(), around);
        if (!counting.stream().map(CountedSession::id).toList().equals(held) || !sees(wanted.seen(), counting)) {
            return new SignOutcome.Stale(day);
        }
        if (counting.isEmpty()) {
            return new SignOutcome.NothingToSign(day);
        }
        var objections = new ArrayList<>(against.of(counting));
        objections.addAll(neighbours.against(day, counting, now()));
        objections.sort(Objection.WORST_FIRST);
        var warnings =
                objections.stream().filter(one -> one.kind() == Kind.WARNING).toList();
        if (objections.size() > warnings.size()) {
            return new SignOutcome.Refused(day, objections.subList(0, objections.size() - warnings.size()));
        }
        return !warnings.isEmpty() && wanted.reason() == null
                ? new SignOutcome.NeedsReason(day, warnings)
                : new SignOutcome.Signed(write(wanted, counting, around, warnings));
    }

    /** Whether exactly what counts was seen, as it is. */
    private static boolean sees(Map<UUID, Long> seen, List<CountedSession> counting) {
        return seen.equals(counting.stream().collect(Collectors.toMap(CountedSession::id, CountedSession::version)));
    }

    private SignOff write(
            DayToSign wanted, List<CountedSession> counting, List<CountedSession> around, List<Objection> warnings) {
        var now = now();
        var signOff = new SignOff(
                UUID.randomUUID(),
                wanted.day(),
                SignedIn.now().id(),
                now,
                warnings.isEmpty() ? null : wanted.reason(),
                days.totals(wanted.day().day(), around, now));
        signOffs.insert(signOff, counting);
        late.settle(signOff, counting);
        trail.record(SignOffFacts.signed(signOff, counting, warnings));
        tell(counting.stream().map(CountedSession::id).toList());
        return signOff;
    }

    @Transactional
    public ReopenOutcome reopen(DriverDay day, String reason) {
        rows.holdAll(
                signOffs.standing(day).map(one -> signOffs.sessionsOf(one.id())).orElse(List.of()));
        locks.settle(day);
        var closed = periods.over(day.day());
        if (closed.isPresent()) {
            return new ReopenOutcome.Closed(closed.get());
        }
        var standing = signOffs.standing(day);
        if (standing.isEmpty()) {
            return new ReopenOutcome.NothingThere();
        }
        var signOff = standing.get();
        var locked = signOffs.sessionsOf(signOff.id());
        signOffs.reopen(signOff.id(), SignedIn.now().id(), now(), reason);
        trail.record(SignOffFacts.reopened(signOff, locked, SignedIn.now().id(), reason));
        tell(locked);
        return new ReopenOutcome.Done();
    }

    @Transactional
    public ReopenOutcome didNotWork(DriverDay day) {
        locks.settle(day);
        var closed = periods.over(day.day());
        if (closed.isPresent()) {
            return new ReopenOutcome.Closed(closed.get());
        }
        if (!days.on(day.day(), sessions.around(day)).isEmpty()) {
            return new ReopenOutcome.Worked();
        }
        if (signOffs.notWorked(day).isEmpty()) {
            signOffs.sayNotWorked(day, SignedIn.now().id(), now());
            trail.record(SignOffFacts.about(day, "not-worked", SignedIn.now().id()));
            tell(List.of());
        }
        return new ReopenOutcome.Done();
    }

    @Transactional
    public ReopenOutcome takeBack(DriverDay day) {
        locks.settle(day);
        var closed = periods.over(day.day());
        if (closed.isPresent()) {
            return new ReopenOutcome.Closed(closed.get());
        }
        if (!signOffs.takeBackNotWorked(day, SignedIn.now().id(), now())) {
            return new ReopenOutcome.NothingThere();
        }
        trail.record(
                SignOffFacts.about(day, "not-worked-taken-back", SignedIn.now().id()));
        tell(List.of());
        return new ReopenOutcome.Done();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void tell(List<UUID> changed) {
        news.tell(News.any(News.Topic.SIGN_OFF));
        if (!changed.isEmpty()) {
            news.tell(new News(News.Topic.SESSION, changed));
        }
    }
}
