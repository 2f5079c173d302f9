package org.sessiondesk.signoff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sessiondesk.signoff.Objection.Kind;
import org.sessiondesk.worktime.DayTotals;
import org.springframework.stereotype.Component;

/** Looks after the signed days beside one that is to be signed: together they have to count each moment once. */
@Component
class SignedNeighbours {

    private final LockRows locks;
    private final SignOffRows signOffs;
    private final CountedSessions sessions;
    private final CountingDays days;

    SignedNeighbours(LockRows locks, SignOffRows signOffs, CountedSessions sessions, CountingDays days) {
        this.locks = locks;
        this.signOffs = signOffs;
        this.sessions = sessions;
        this.days = days;
    }

    /** Which of the sessions of a day move hours of another one, so that it isn't right any more as it was signed. */
    List<Objection> against(DriverDay day, List<CountedSession> counting, Instant now) {
        var objections = new ArrayList<Objection>();
        var all = counting.stream().flatMap(one -> reaches(one).stream()).toList();
        for (var neighbour : locks.reached(all)) {
            if (!neighbour.equals(day) && !isAsSigned(neighbour, now)) {
                counting.stream()
                        .filter(one -> locks.reached(reaches(one)).contains(neighbour))
                        .map(one -> new Objection(one.id(), Kind.SIGNED_NEIGHBOUR, null))
                        .forEach(objections::add);
            }
        }
        return objections.stream().distinct().toList();
    }

    private static List<Reach> reaches(CountedSession session) {
        return Reach.of(session.id(), session.values(), session.values());
    }

    /** What came to the day itself since waits for a person, and is another matter. */
    private boolean isAsSigned(DriverDay day, Instant now) {
        var signOff = signOffs.standing(day).orElseThrow();
        var signed = signOffs.sessionsOf(signOff.id());
        var around = sessions.around(day);
        var counting = days.on(day.day(), around);
        var then = around.stream()
                .filter(one -> signed.contains(one.id()) || !counting.contains(one))
                .toList();
        return sameTime(days.totals(day.day(), then, now), signOff.totals());
    }

    private static boolean sameTime(DayTotals one, DayTotals other) {
        return one.driver().equals(other.driver()) && one.dispatcher().equals(other.dispatcher());
    }
}
