package org.sessiondesk.signoff;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.session.CorrectionVeto;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.session.SettledBy;
import org.sessiondesk.session.SignedDays;
import org.sessiondesk.signoff.LockRows.Touched;
import org.sessiondesk.worktime.DayRules;
import org.springframework.stereotype.Component;

/** Says at each door of sessions what may not pass, because its day is signed or its pay period closed. */
@Component
class DayGuard implements CorrectionVeto, SignedDays {

    private final CountingDays days;
    private final DayLocks locks;
    private final LockRows rows;
    private final LateRows lateRows;

    DayGuard(CountingDays days, DayLocks locks, LockRows rows, LateRows lateRows) {
        this.days = days;
        this.locks = locks;
        this.rows = rows;
        this.lateRows = lateRows;
    }

    @Override
    public Optional<SettledBy> against(@Nullable UUID session, SessionValues before, SessionValues after) {
        var asked = touched(session, before, after, days.rules());
        locks.ask(asked.days());
        return rows.of(session, asked);
    }

    @Override
    public Settled settled(Collection<Brought> brought) {
        var rules = days.rules();
        var touched = brought.stream()
                .collect(Collectors.toMap(
                        Brought::ontimeId, one -> touched(one.session(), one.before(), one.theirs(), rules)));
        var all = touched.values().stream().reduce(Touched.NOTHING, Touched::and);
        if (all.dates().isEmpty()) {
            return Settled.NOTHING;
        }
        locks.ask(all.days());
        var sessions = brought.stream()
                .flatMap(one -> Stream.ofNullable(one.session()))
                .toList();
        var settled = rows.all(sessions, all);
        return new Settled(
                ids(brought, one -> settled.has(one.session(), Objects.requireNonNull(touched.get(one.ontimeId())))),
                ids(brought, one -> settled.hasSigned(one.session())));
    }

    private static Set<UUID> ids(Collection<Brought> brought, Predicate<Brought> which) {
        return brought.stream().filter(which).map(Brought::ontimeId).collect(Collectors.toSet());
    }

    private Touched touched(@Nullable UUID session, SessionValues before, SessionValues after, DayRules rules) {
        return new Touched(days.ofDriver(before, rules), days.of(before, rules), Reach.of(session, before, after))
                .and(new Touched(days.ofDriver(after, rules), days.of(after, rules), List.of()));
    }

    @Override
    public void keep(Collection<SignedDays.LateChange> late, Actor by) {
        lateRows.keep(late, by);
    }

    @Override
    public void same(Collection<UUID> sessions) {
        lateRows.same(sessions);
    }

    @Override
    public void over(Collection<UUID> sessions) {
        lateRows.over(sessions);
    }
}
