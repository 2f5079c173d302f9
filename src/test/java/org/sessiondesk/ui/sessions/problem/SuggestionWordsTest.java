package org.sessiondesk.ui.sessions.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sessiondesk.judge.Cause;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.judge.Suggestion;
import org.sessiondesk.judge.Why;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionField;

class SuggestionWordsTest {

    private static final Instant AT = Instant.parse("2026-06-05T14:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "LOG_OUT_MISSING, LOG_OUT, USUAL_LOG_OUT, FORGOT_LOG_OUT",
        "LOG_OUT_MISSING, END_MILEAGE, USUAL_DISTANCE, FORGOT_LOG_OUT",
        "LOG_OUT_BY_MACHINE, LOG_OUT, NEXT_LOG_IN, FORGOT_LOG_OUT",
        "LOG_OUT_BY_MACHINE, END_MILEAGE, PRECEDES_NEXT, FORGOT_LOG_OUT",
        "READING_MISSING, END_MILEAGE, USUAL_DISTANCE, READING_MISTYPED",
        "LOG_OUT_BEFORE_LOG_IN, LOG_OUT, USUAL_LOG_OUT, FORGOT_LOG_OUT",
        "LOG_OUT_BEFORE_LOG_IN, LOG_IN, USUAL_LOG_IN, FORGOT_LOG_IN",
        "LOG_OUT_BEFORE_LOG_IN, LOG_IN, DATE_SLIP, APP_FAILED",
        "LOG_IN_FUTURE, LOG_IN, USUAL_LOG_IN, APP_FAILED",
        "DRIVER_OVERLAP, LOG_IN, OTHER_SESSION, FORGOT_LOG_IN",
        "DIGIT_SLIP, END_MILEAGE, DIGITS_SWAPPED, READING_MISTYPED"
    })
    void the_reason_is_that_of_the_problem(Rule rule, SessionField field, Cause cause, Reason reason) {
        Object value = field == SessionField.END_MILEAGE ? (Object) 52_595 : AT;

        assertThat(SuggestionWords.proposal(finding(rule, field), new Suggestion(field, value, why(cause), 0.5))
                        .reason())
                .isEqualTo(reason);
    }

    @Test
    void what_changes_along_is_proposed_too() {
        var end = new Suggestion(SessionField.END_MILEAGE, 52_595, why(Cause.START_AND_END_SWAPPED), 0.95);
        var both = new Suggestion(SessionField.START_MILEAGE, 52_504, why(Cause.START_AND_END_SWAPPED), 0.95, end);

        assertThat(SuggestionWords.proposal(finding(Rule.SWAPPED, SessionField.START_MILEAGE), both)
                        .values())
                .isEqualTo(Map.of(SessionField.START_MILEAGE, 52_504, SessionField.END_MILEAGE, 52_595));
    }

    @ParameterizedTest
    @CsvSource({"0.98, QUITE_SURE", "0.9, QUITE_SURE", "0.89, LIKELY", "0.6, LIKELY", "0.59, A_GUESS", "0.0, A_GUESS"})
    void how_sure_it_is_has_three_words(double confidence, Sureness sureness) {
        assertThat(Sureness.of(new Suggestion(SessionField.END_MILEAGE, 52_595, why(Cause.DIGITS_SWAPPED), confidence)))
                .isEqualTo(sureness);
    }

    private static Finding finding(Rule rule, SessionField field) {
        return new Finding(UUID.randomUUID(), rule, Severity.ERROR, field, null, null, null, false, List.of());
    }

    private static Why why(Cause cause) {
        return new Why(cause, 0, 0, null, null);
    }
}
