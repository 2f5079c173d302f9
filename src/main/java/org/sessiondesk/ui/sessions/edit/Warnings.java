package org.sessiondesk.ui.sessions.edit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sessiondesk.judge.SiteLimits;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.worklist.Neighbour;
import org.sessiondesk.worklist.VehicleLine;

/** What is unusual about a session's values: said in words, and saved all the same. */
final class Warnings {

    private final SiteLimits limits;

    Warnings(SiteLimits limits) {
        this.limits = limits;
    }

    List<Phrase> about(SessionValues values, VehicleLine line) {
        var said = new ArrayList<Phrase>();
        aboutDistance(values, said);
        aboutDuration(values, said);
        aboutNeighbours(values, line, said);
        return said;
    }

    private void aboutDistance(SessionValues values, List<Phrase> said) {
        var distance = values.distance();
        if (distance != null && distance < 0) {
            said.add(Phrase.of("sessions.warning.backwards", -distance));
        } else if (distance != null && distance > limits.warnDistance()) {
            said.add(Phrase.of("sessions.warning.far", (long) limits.warnDistance()));
        }
    }

    private void aboutDuration(SessionValues values, List<Phrase> said) {
        if (values.logIn() != null
                && values.logOut() != null
                && Duration.between(values.logIn(), values.logOut()).compareTo(limits.warnLength()) > 0) {
            said.add(Phrase.of("sessions.warning.long", limits.warnLength().toMinutes()));
        }
    }

    private void aboutNeighbours(SessionValues values, VehicleLine line, List<Phrase> said) {
        Neighbour before = line.before();
        Neighbour after = line.after();
        var start = values.startMileage();
        var end = values.endMileage();
        if (before != null && before.mileage() != null && start != null) {
            long gap = start - (long) before.mileage();
            if (gap < 0) {
                said.add(Phrase.of("sessions.warning.below-before", MileageText.text(before.mileage())));
            } else if (gap > limits.far()) {
                said.add(Phrase.of("sessions.warning.gap-before", gap));
            }
        }
        if (after != null && after.mileage() != null && end != null) {
            long gap = after.mileage() - (long) end;
            if (gap < 0) {
                said.add(Phrase.of("sessions.warning.above-after", MileageText.text(after.mileage())));
            } else if (gap > limits.far()) {
                said.add(Phrase.of("sessions.warning.gap-after", gap));
            }
        }
    }
}
