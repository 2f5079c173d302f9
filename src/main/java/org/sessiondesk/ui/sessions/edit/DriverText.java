package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.CorrectionKind;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.worklist.HistoryEntry.Change;
import org.sessiondesk.worklist.HistoryEntry.Corrected;
import org.sessiondesk.worklist.SessionDetail;

/** What was done to a session as it is told to its driver: what it was and is in one sentence, and why in another. */
final class DriverText {

    private final Written written;

    DriverText(Written written) {
        this.written = written;
    }

    /** Whether there is something to tell: what was undone never was. */
    static boolean tells(Corrected corrected) {
        boolean told = corrected.reason() != null || corrected.kind() == CorrectionKind.REVERT;
        return told && !corrected.undone();
    }

    String of(SessionDetail detail, Corrected corrected) {
        String changes = corrected.changes().stream()
                .map(change -> change(change, corrected.kind()))
                .collect(Collectors.joining("; "));
        String what = switch (corrected.kind()) {
            case CREATE -> t("sessions.copy.added", day(detail), changes);
            case LEAVE_OUT -> t("sessions.copy.left-out", day(detail), vehicle(detail));
            case REVERT -> t("sessions.copy.reverted", day(detail), vehicle(detail), changes);
            case CORRECT, UNDO, RESOLVE, WITHDRAW, COUNT_AGAIN ->
                t("sessions.copy.corrected", day(detail), vehicle(detail), changes);
        };
        if (corrected.reason() == null) {
            return what;
        }
        String reason = t("sessions.reason." + corrected.reason());
        return what + " "
                + (corrected.note() == null
                        ? t("sessions.copy.reason", reason)
                        : t("sessions.copy.reason-and-note", reason, corrected.note()));
    }

    private String change(Change change, CorrectionKind kind) {
        String field = t("sessions.field." + change.field());
        return kind == CorrectionKind.CREATE
                ? t("sessions.copy.value", field, value(change.field(), change.after()))
                : t(
                        "sessions.copy.change",
                        field,
                        value(change.field(), change.before()),
                        value(change.field(), change.after()));
    }

    /** OnTime keeps no reading as 0, and a driver typed none. */
    private String value(SessionField field, @Nullable Object value) {
        boolean reading = field == SessionField.START_MILEAGE || field == SessionField.END_MILEAGE;
        return reading && Integer.valueOf(0).equals(value) ? written.value(null) : written.value(value);
    }

    private String day(SessionDetail detail) {
        Instant logIn = detail.session().values().logIn();
        return logIn == null ? t("sessions.none") : written.times().day(logIn);
    }

    private static String vehicle(SessionDetail detail) {
        return detail.vehicle() == null ? t("sessions.no-vehicle") : detail.vehicle();
    }
}
