package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.SessionValues;

/** What a split sends, and what is unusual about it. */
final class SplitWords {

    private final Names names;
    private final Written written;

    SplitWords(Names names, Written written) {
        this.names = names;
        this.written = written;
    }

    /** A line for each part, and one for each remark. */
    List<String> sends(SplitPlan plan) {
        var lines = new ArrayList<String>();
        lines.add(t("sessions.split.corrects", words(plan.kept())));
        lines.add(t("sessions.split.adds", words(plan.added())));
        for (var part : List.of(plan.first(), plan.second())) {
            var distance = part.distance();
            if (distance != null && distance < 0) {
                lines.add("△ " + t("sessions.split.backwards", vehicle(part), written.distance(-distance)));
            }
        }
        return lines;
    }

    private String words(SessionValues part) {
        return t(
                "sessions.split.part",
                vehicle(part),
                written.time(part.logIn()),
                part.logOut() == null ? t("sessions.cell.open") : written.time(part.logOut(), part.logIn()),
                mileage(part.startMileage()),
                mileage(part.endMileage()));
    }

    private String vehicle(SessionValues part) {
        return part.vehicle() == null
                ? t("sessions.no-vehicle")
                : names.vehicle(part.vehicle()).name();
    }

    private String mileage(@Nullable Integer mileage) {
        return mileage == null ? t("sessions.none") : written.number(mileage);
    }
}
