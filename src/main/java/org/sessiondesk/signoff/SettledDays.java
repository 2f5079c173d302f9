package org.sessiondesk.signoff;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sessiondesk.account.Role;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.session.SettledBy;
import org.sessiondesk.signoff.LockRows.Touched;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is settled, for screens and exports. */
@Service
@PreAuthorize(Role.MAY_VIEW)
@Transactional(readOnly = true)
public class SettledDays {

    private final SignOffRows signOffs;
    private final PeriodRows periods;
    private final CountedSessions sessions;
    private final EarlierRows earlier;
    private final LockRows locks;
    private final CountingDays days;

    SettledDays(
            SignOffRows signOffs,
            PeriodRows periods,
            CountedSessions sessions,
            EarlierRows earlier,
            LockRows locks,
            CountingDays days) {
        this.signOffs = signOffs;
        this.periods = periods;
        this.sessions = sessions;
        this.earlier = earlier;
        this.locks = locks;
        this.days = days;
    }

    /** Which drivers' days of these are signed. */
    public Map<DriverDay, SignOff> signed(PayPeriod days) {
        return signOffs.within(days).stream().collect(Collectors.toMap(SignOff::day, Function.identity()));
    }

    /** Which of these days were signed, opened again and not signed since. */
    public Map<DriverDay, EarlierSignOff> fallen(PayPeriod within) {
        return earlier.fallen(within).stream()
                .collect(Collectors.toMap(one -> one.signOff().day(), Function.identity()));
    }

    /** What isn't as it was signed then. */
    public List<ChangedSession> changedSince(SignOff signOff) {
        return earlier.changedSince(signOff);
    }

    /** Of which drivers' days of these somebody said that they did not work. */
    public Map<DriverDay, NotWorked> notWorked(PayPeriod days) {
        return signOffs.notWorked(days).stream().collect(Collectors.toMap(NotWorked::day, Function.identity()));
    }

    /** The closed periods that have a day of these, by their first. */
    public List<ClosedPeriod> closed(PayPeriod days) {
        return periods.over(days);
    }

    /** The drivers' days of these on which something counts, by day: what there is to sign. */
    public Set<DriverDay> toSign(PayPeriod days) {
        return sessions.within(days);
    }

    /** Of what there is to sign of these days, what nobody has signed and no closed period has: there nobody can. */
    public Set<DriverDay> unsigned(PayPeriod days) {
        var left = new TreeSet<>(DriverDay.IN_ORDER);
        left.addAll(sessions.within(days));
        left.removeAll(signed(days).keySet());
        var closed = periods.over(days);
        left.removeIf(day -> closed.stream().anyMatch(one -> one.days().has(day.day())));
        return left;
    }

    /** What keeps people from changing a session with these values; empty where nothing does. */
    public Optional<SettledBy> locking(UUID session, SessionValues values) {
        var rules = days.rules();
        return locks.of(session, new Touched(days.ofDriver(values, rules), days.of(values, rules), List.of()));
    }

    /** The sign-offs in which these sessions stand; sessions without one are left out. */
    public List<SignOff> of(Collection<UUID> sessionIds) {
        return sessionIds.isEmpty() ? List.of() : signOffs.ofSessions(sessionIds);
    }
}
