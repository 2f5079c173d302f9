package org.sessiondesk.ui.sessions.edit;

import java.time.Instant;
import java.time.ZoneId;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;

/** The four text boxes of a session; what else it has is chosen from a list. */
record TextBoxes(
        TextBox<Instant> logIn, TextBox<Instant> logOut, TextBox<Integer> startMileage, TextBox<Integer> endMileage) {

    static TextBoxes of(SessionValues base, ZoneId zone) {
        var times = new TimeForm(new TimeText(zone));
        var mileages = new MileageForm();
        return new TextBoxes(
                new TextBox<>(times, base.logIn()),
                new TextBox<>(times, base.logOut()),
                new TextBox<>(mileages, base.startMileage()),
                new TextBox<>(mileages, base.endMileage()));
    }

    TextBoxes over(SessionValues base) {
        return new TextBoxes(
                logIn.over(base.logIn()),
                logOut.over(base.logOut()),
                startMileage.over(base.startMileage()),
                endMileage.over(base.endMileage()));
    }

    TextBox<?> of(SessionField field) {
        return switch (field) {
            case LOG_IN -> logIn;
            case LOG_OUT -> logOut;
            case START_MILEAGE -> startMileage;
            case END_MILEAGE -> endMileage;
            case DRIVER, VEHICLE, TYPE -> throw new IllegalArgumentException(field + " is chosen, not typed");
        };
    }

    void take(SessionField field, Instant at) {
        (field == SessionField.LOG_IN ? logIn : logOut).take(at);
    }

    void take(SessionField field, Integer reading) {
        (field == SessionField.START_MILEAGE ? startMileage : endMileage).take(reading);
    }
}
