package org.sessiondesk.report;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.UserSessionField;
import org.sessiondesk.worklist.FindingLine;
import org.sessiondesk.worklist.WholeSession;

/** What programs take away, under which names. The names are public: whoever reads them holds on to them. */
public enum Feed {
    FINDINGS("finding.exported", "session", "field", "rule", "severity", "seen", "suggested", "confidence"),
    SESSIONS(
            "session.exported",
            "ID",
            UserSessionField.USER_ID.wireName(),
            UserSessionField.VEHICLE.wireName(),
            UserSessionField.LOG_IN_TYPE.wireName(),
            UserSessionField.LOG_IN_TIME.wireName(),
            UserSessionField.LOG_OUT_TIME.wireName(),
            UserSessionField.START_MILEAGE.wireName(),
            UserSessionField.END_MILEAGE.wireName(),
            "SessionID",
            "DriverName",
            "VehicleName",
            "Distance",
            "Edited",
            "AddedByOffice",
            "Vanished",
            "Problems",
            "LeftOut");

    private final String action;
    private final List<String> names;

    Feed(String action, String... names) {
        this.action = action;
        this.names = List.of(names);
    }

    /** How the trail calls it. */
    String action() {
        return action;
    }

    /** The members of an element, or the columns. */
    public List<String> names() {
        return names;
    }

    static List<@Nullable Object> values(FindingLine line) {
        return Arrays.asList(
                line.session(),
                line.field().wireName(),
                line.rule(),
                line.severity(),
                line.seen(),
                line.suggested(),
                line.confidence());
    }

    static List<@Nullable Object> values(WholeSession session) {
        return Arrays.asList(
                session.ontimeId(),
                session.driverId(),
                session.vehicleId(),
                session.type(),
                session.logIn(),
                session.logOut(),
                session.startMileage(),
                session.endMileage(),
                session.id(),
                session.driver(),
                session.vehicle(),
                session.distance(),
                session.edited(),
                session.addedByOffice(),
                session.vanished(),
                session.problems(),
                session.leftOut());
    }
}
