package org.sessiondesk.ui.sessions.problem;

import static org.sessiondesk.ui.Messages.t;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.ui.sessions.edit.FieldMark;
import org.sessiondesk.ui.sessions.edit.Written;
import org.sessiondesk.worklist.SessionLine;

/** A problem in a sentence, by its rule. */
public final class ProblemWords {

    private final Written written;

    ProblemWords(Written written) {
        this.written = written;
    }

    /** "Log-out missing". */
    public static String brief(Rule rule) {
        return t("problem.brief." + rule);
    }

    /** What is wrong, for beside its field. */
    static FieldMark mark(Finding finding) {
        var severity = finding.severity();
        return new FieldMark(
                t("problem.severity." + severity), sign(severity), severity == Severity.ERROR, brief(finding.rule()));
    }

    /** The sign of a severity, which stands before its words. */
    static String sign(Severity severity) {
        return severity == Severity.ERROR ? "▲" : "△";
    }

    String sentence(Finding finding, SessionValues values) {
        String field = field(finding.field());
        String seen = written.number(finding.seen());
        String bound = written.number(finding.bound());
        return switch (finding.rule()) {
            case END_BEFORE_START, SWAPPED, DISTANCE_ZERO ->
                says(finding, written.number(values.startMileage()), written.number(values.endMileage()));
            case ODOMETER_BACKWARDS -> says(finding, field, seen, bound);
            case MILEAGE_GAP -> gap(finding, values, field, seen, bound);
            case DIGIT_SLIP, TRIP_METER, UNIT_MIXED ->
                t("problem.says." + finding.rule(), field, seen, beside(finding, values));
            case VEHICLE_OVERLAP, DRIVER_OVERLAP -> says(finding, length(finding.seen()));
            case LOG_OUT_BEFORE_LOG_IN -> says(finding, time(finding.seen()), time(finding.bound()));
            case LOG_OUT_BY_MACHINE -> says(finding, written.time(values.logOut(), values.logIn()));
            case DISTANCE_IMPOSSIBLE ->
                says(
                        finding,
                        written.distance(finding.seen()),
                        written.duration(values.logIn(), values.logOut()),
                        written.distance(finding.bound()));
            case DISTANCE_UNUSUAL ->
                t(
                        finding.siteLimit() ? "problem.says.DISTANCE_LIMIT" : "problem.says.DISTANCE_UNUSUAL",
                        written.distance(finding.seen()),
                        written.distance(finding.bound()));
            case DURATION_LONG -> says(finding, length(finding.seen()), length(finding.bound()));
            case LOG_IN_FUTURE -> says(finding, time(finding.seen()));
            case READING_MISSING -> says(finding, field);
            case LOG_OUT_MISSING, WRONG_VEHICLE, DUPLICATE -> says(finding);
        };
    }

    /** "Lee, Mon 17:31": the session that says otherwise, for its link. */
    String other(SessionLine line) {
        String driver =
                line.driver() == null ? t("sessions.no-driver") : line.driver().split(",", 2)[0];
        return t("problem.other", driver, written.time(line.logIn()));
    }

    static String field(SessionField field) {
        return t("sessions.field." + field);
    }

    /** The reading of the other session; its own start is no news to anybody. */
    private String beside(Finding finding, SessionValues values) {
        var bound = finding.bound();
        boolean own = bound == null
                || values.startMileage() != null && values.startMileage().longValue() == bound
                || values.endMileage() != null && values.endMileage().longValue() == bound;
        return own ? "" : t("problem.says.beside", written.number(bound));
    }

    private String gap(Finding finding, SessionValues values, String field, String seen, String bound) {
        if (finding.severity() == Severity.WARNING && finding.seen() != null && finding.bound() != null) {
            return says(finding, written.distance(finding.seen() - finding.bound()), bound, seen);
        }
        return t("problem.says.MILEAGE_GAP.off", field, seen, beside(finding, values));
    }

    private static String says(Finding finding, Object... gaps) {
        return t("problem.says." + finding.rule(), gaps);
    }

    private String length(@Nullable Long seconds) {
        return seconds == null ? "" : written.duration(Duration.ofSeconds(seconds));
    }

    private String time(@Nullable Long seconds) {
        return seconds == null ? "" : written.times().dated(Instant.ofEpochSecond(seconds));
    }
}
