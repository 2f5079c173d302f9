package org.sessiondesk.ui.sessions.problem;

import static org.sessiondesk.ui.Messages.t;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Cause;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.Suggestion;
import org.sessiondesk.judge.Why;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.ui.sessions.edit.Names;
import org.sessiondesk.ui.sessions.edit.Proposal;
import org.sessiondesk.ui.sessions.edit.Written;

/** What was probably meant: "52,130 → 51,230: digits 2 and 3 swapped; then it follows 51,118 and precedes 51,232". */
final class SuggestionWords {

    private final Names names;
    private final Written written;

    SuggestionWords(Names names, Written written) {
        this.names = names;
        this.written = written;
    }

    /** Whether it is for a person to say and not to type: that the vehicle got another odometer. */
    static boolean isAct(Suggestion suggestion) {
        return suggestion.why().cause() == Cause.NEW_ODOMETER;
    }

    String sentence(Suggestion suggestion, SessionValues values) {
        if (isAct(suggestion)) {
            return t("problem.why.NEW_ODOMETER", word(suggestion.value(), values));
        }
        String change = change(suggestion, values);
        var also = suggestion.also();
        if (also != null) {
            change = t("problem.also", change, change(also, values));
        }
        return t("problem.because", change, why(suggestion.why())) + fits(suggestion.why());
    }

    /** "digits 2 and 3 swapped". */
    String cause(Suggestion suggestion) {
        return isAct(suggestion) ? t("problem.odometer") : why(suggestion.why());
    }

    /** "51,230", or "Log out 17:05" where another field than the wrong one changes. */
    String brief(Suggestion suggestion, SessionField wrong, SessionValues values) {
        String value = word(suggestion.value(), values);
        return suggestion.field() == wrong ? value : ProblemWords.field(suggestion.field()) + " " + value;
    }

    /** What it types. Its problem tells the reason better than how a value was guessed. */
    static Proposal proposal(Finding finding, Suggestion suggestion) {
        var reason = switch (finding.rule()) {
            case LOG_OUT_MISSING, LOG_OUT_BY_MACHINE -> Reason.FORGOT_LOG_OUT;
            case LOG_IN_FUTURE -> Reason.APP_FAILED;
            default -> reason(suggestion);
        };
        return new Proposal(finding.rule() + " " + finding.field(), suggestion.changes(), reason);
    }

    private static Reason reason(Suggestion suggestion) {
        return switch (suggestion.why().cause()) {
            case OTHER_VEHICLE -> Reason.WRONG_VEHICLE;
            case DATE_SLIP -> Reason.APP_FAILED;
            case USUAL_LOG_OUT, NEXT_LOG_IN, VEHICLE_TAKEN_OVER -> Reason.FORGOT_LOG_OUT;
            case USUAL_LOG_IN -> Reason.FORGOT_LOG_IN;
            case OTHER_SESSION ->
                suggestion.field() == SessionField.LOG_IN ? Reason.FORGOT_LOG_IN : Reason.FORGOT_LOG_OUT;
            case DIGITS_SWAPPED,
                    DIGIT_DROPPED,
                    DIGIT_DOUBLED,
                    DIGIT_ADDED,
                    NEIGHBOUR_KEY,
                    DIGIT_WRONG,
                    START_AND_END_SWAPPED,
                    TRIP_METER,
                    MILES_FOR_KILOMETRES,
                    KILOMETRES_FOR_MILES,
                    NEW_ODOMETER,
                    FOLLOWS_LAST,
                    PRECEDES_NEXT,
                    USUAL_DISTANCE -> Reason.READING_MISTYPED;
        };
    }

    private String change(Suggestion suggestion, SessionValues values) {
        return t(
                suggestion.field() == SessionField.START_MILEAGE || suggestion.field() == SessionField.END_MILEAGE
                        ? "problem.change"
                        : "problem.change.named",
                word(values.get(suggestion.field()), values),
                word(suggestion.value(), values),
                ProblemWords.field(suggestion.field()));
    }

    private static String why(Why why) {
        return t("problem.why." + why.cause(), why.place(), why.otherPlace());
    }

    private String fits(Why why) {
        if (why.follows() != null && why.precedes() != null) {
            return t("problem.fits.both", written.number(why.follows()), written.number(why.precedes()));
        }
        if (why.follows() != null) {
            return t("problem.fits.follows", written.number(why.follows()));
        }
        return why.precedes() == null ? "" : t("problem.fits.precedes", written.number(why.precedes()));
    }

    private String word(@Nullable Object value, SessionValues values) {
        return switch (value) {
            case null -> t("sessions.empty");
            case Instant at -> written.time(at, values.logIn());
            case UUID id -> names.either(id);
            default -> written.value(value);
        };
    }
}
