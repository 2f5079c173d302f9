package org.sessiondesk.session;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.session.SessionIntake.Read;
import org.sessiondesk.session.SignedDays.Brought;
import org.sessiondesk.session.SignedDays.LateChange;
import org.sessiondesk.session.SignedDays.Settled;
import org.springframework.stereotype.Component;

/** Asks the rooms above for which sessions a reading comes too late, and hands them what it brought. */
@Component
class LateArrivals {

    private final List<SignedDays> signedDays;

    LateArrivals(List<SignedDays> signedDays) {
        this.signedDays = signedDays;
    }

    Settled settled(Collection<Read> reads, Map<UUID, SessionRow> known) {
        return settled(reads.stream().map(read -> brought(read, known)).toList());
    }

    private Settled settled(List<Brought> brought) {
        return signedDays.stream()
                .map(days -> days.settled(brought))
                .reduce(
                        Settled.NOTHING,
                        (one, other) ->
                                new Settled(both(one.late(), other.late()), both(one.signed(), other.signed())));
    }

    private static Set<UUID> both(Set<UUID> one, Set<UUID> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
    }

    private static Brought brought(Read read, Map<UUID, SessionRow> known) {
        var id = Objects.requireNonNull(read.record().id());
        var theirs = SessionValues.of(read.record());
        var row = known.get(id);
        return row == null
                ? new Brought(id, null, theirs, theirs)
                : new Brought(id, row.id(), row.values(), theirs.unlessOnlyUnrecorded(row.values()));
    }

    private static Brought brought(UUID ontimeId, SessionRow row) {
        return new Brought(ontimeId, row.id(), row.values(), row.values());
    }

    void tell(Taking taking) {
        for (var days : signedDays) {
            if (!taking.late.isEmpty()) {
                days.keep(taking.late, taking.cause.actor());
            }
            if (!taking.asInOnTime.isEmpty()) {
                days.same(taking.asInOnTime);
            }
        }
    }

    /**
     * OnTime doesn't have these any more, which a person has to know of those whose days are settled.
     *
     * @param counted until now, the others were in no total
     */
    void gone(Collection<SessionRow> counted) {
        var settled = settled(counted.stream()
                .map(row -> brought(Objects.requireNonNull(row.ontimeId()), row))
                .toList());
        var late = counted.stream()
                .filter(row -> settled.late().contains(row.ontimeId()))
                .map(row -> late(row, SignedDays.Kind.GONE))
                .toList();
        if (!late.isEmpty()) {
            signedDays.forEach(days -> days.keep(late, Actor.onTime()));
        }
    }

    /** OnTime has it again, as a delivery learned: on a day signed without it, it is as a new one. */
    void back(SessionRow row) {
        var id = Objects.requireNonNull(row.ontimeId());
        var settled = row.inLine() == null ? Settled.NOTHING : settled(List.of(brought(id, row)));
        if (settled.signed().contains(id)) {
            signedDays.forEach(days -> days.same(List.of(row.id())));
        } else if (settled.late().contains(id)) {
            signedDays.forEach(days -> days.keep(List.of(late(row, SignedDays.Kind.NEW)), Actor.onTime()));
        }
    }

    /** It turned out to be another one of ours: of a day that was signed with it, a person has to know. */
    void gaveWay(UUID ontimeId, SessionRow row) {
        boolean signed = settled(List.of(brought(ontimeId, row))).signed().contains(ontimeId);
        for (var days : signedDays) {
            if (signed) {
                days.keep(List.of(late(row, SignedDays.Kind.GONE)), Actor.onTime());
            } else {
                days.over(List.of(row.id()));
            }
        }
    }

    private static LateChange late(SessionRow row, SignedDays.Kind kind) {
        return new LateChange(row.id(), kind, row.values(), row.values());
    }
}
