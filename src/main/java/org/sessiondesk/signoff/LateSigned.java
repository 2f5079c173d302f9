package org.sessiondesk.signoff;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Settles what waited of a day once a person signs it: everything that counts there was looked at. */
@Component
class LateSigned {

    private final LateRows rows;
    private final SignOffRows signOffs;
    private final CountingDays days;

    LateSigned(LateRows rows, SignOffRows signOffs, CountingDays days) {
        this.rows = rows;
        this.signOffs = signOffs;
        this.days = days;
    }

    void settle(SignOff signOff, List<CountedSession> counting) {
        var ids = counting.stream().map(CountedSession::id).collect(Collectors.toSet());
        var settled = rows.open(signOff.day().driver(), ids).stream()
                .filter(late -> ids.contains(late.session()) ? isIn(late) : isOut(late, signOff.day()))
                .map(LateChange::id)
                .collect(Collectors.toSet());
        if (!settled.isEmpty()) {
            rows.signed(settled, signOff.by());
        }
    }

    /** Other values that OnTime has are still to be decided about; that it counts isn't. */
    private static boolean isIn(LateChange late) {
        return switch (late.kind()) {
            case NEW, GONE -> true;
            case CHANGED -> late.ours().equals(late.theirs());
        };
    }

    /** It is gone or left out of totals, and the day was signed without it. */
    private boolean isOut(LateChange late, DriverDay day) {
        return days.ofDriver(late.ours(), days.rules()).contains(day)
                && signOffs.ofSessions(List.of(late.session())).isEmpty();
    }
}
