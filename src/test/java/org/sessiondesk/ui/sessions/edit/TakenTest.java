package org.sessiondesk.ui.sessions.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessiondesk.session.SessionField.END_MILEAGE;
import static org.sessiondesk.session.SessionField.LOG_IN;
import static org.sessiondesk.session.SessionField.LOG_OUT;
import static org.sessiondesk.session.SessionField.START_MILEAGE;
import static org.sessiondesk.session.SessionField.VEHICLE;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;

/** Suggestions in a draft, one after the other. */
class TakenTest {

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final Instant LOG_IN_AT = Instant.parse("2026-06-02T13:58:20.123456Z");
    private static final Instant LOG_OUT_AT = Instant.parse("2026-06-02T04:30:15Z");
    private static final Instant LATER = LOG_OUT_AT.plus(Duration.ofDays(1));
    private static final SessionValues WRONG = new SessionValues(
            UUID.randomUUID(), UUID.randomUUID(), LogInType.DRIVER, LOG_IN_AT, LOG_OUT_AT, 52_310, 53_298);

    private final Draft draft = Draft.of(WRONG, ZONE);

    @Test
    void a_suggested_time_keeps_its_seconds_while_its_text_is_untouched() {
        take("times", LOG_OUT, LATER);
        assertThat(draft.text(LOG_OUT)).isEqualTo("2026-06-02 21:30");
        draft.type(LOG_OUT, "2026-06-02 21:30");
        draft.type(LOG_OUT, draft.writtenOut(LOG_OUT));
        assertThat(draft.values().logOut()).isEqualTo(LATER);

        draft.type(LOG_OUT, "2026-06-02 21:31");
        draft.type(LOG_OUT, "2026-06-02 21:30");
        assertThat(draft.values().logOut()).isEqualTo(LATER.minusSeconds(15));
    }

    @Test
    void a_suggested_time_within_the_minute_that_was_shown_is_a_change() {
        take("times", LOG_IN, LOG_IN_AT.plusSeconds(20));
        assertThat(draft.touched()).containsExactly(LOG_IN);
        assertThat(draft.changed()).containsExactly(LOG_IN);
    }

    @Test
    void another_answer_lets_go_what_the_one_before_typed() {
        take("times", LOG_OUT, LATER);
        take("times", LOG_IN, LOG_OUT_AT.minusSeconds(3_600));
        assertThat(draft.changed()).containsExactly(LOG_IN);
        assertThat(draft.values().logOut()).isEqualTo(LOG_OUT_AT);

        draft.take(new Proposal("times", Map.of(LOG_IN, LOG_OUT_AT, LOG_OUT, LOG_IN_AT), Reason.APP_FAILED));
        take("times", LOG_OUT, LATER);
        assertThat(draft.changed()).containsExactly(LOG_OUT);
    }

    @Test
    void a_reading_lets_go_another_vehicle_and_back() {
        take("readings", VEHICLE, UUID.randomUUID());
        take("readings", END_MILEAGE, 52_398);
        assertThat(draft.changed()).containsExactly(END_MILEAGE);
        take("readings", START_MILEAGE, 53_200);
        assertThat(draft.changed()).containsExactly(START_MILEAGE);
    }

    @Test
    void what_a_person_typed_over_a_suggestion_stays() {
        draft.take(new Proposal("times", Map.of(LOG_IN, LOG_OUT_AT, LOG_OUT, LOG_IN_AT), Reason.APP_FAILED));
        draft.type(LOG_OUT, "2026-06-02 21:45");
        take("times", LOG_IN, LOG_OUT_AT.minusSeconds(3_600));
        assertThat(draft.text(LOG_OUT)).isEqualTo("2026-06-02 21:45");
    }

    @Test
    void a_log_out_and_the_reading_that_went_with_it_are_taken_one_after_the_other() {
        take("log-out", LOG_OUT, LATER);
        take("log-out", END_MILEAGE, 52_398);
        assertThat(draft.changed()).containsExactlyInAnyOrder(LOG_OUT, END_MILEAGE);
        take("log-out", LOG_OUT, LATER.plusSeconds(60));
        assertThat(draft.changed()).containsExactlyInAnyOrder(LOG_OUT, END_MILEAGE);
    }

    @Test
    void what_another_problem_suggested_stays() {
        take("start", START_MILEAGE, 52_301);
        take("end", END_MILEAGE, 52_398);
        assertThat(draft.changed()).containsExactlyInAnyOrder(START_MILEAGE, END_MILEAGE);
    }

    @Test
    void over_newer_values_a_suggestion_stays_as_it_was_taken() {
        take("times", LOG_OUT, LATER);
        var theirs =
                new SessionValues(WRONG.driver(), WRONG.vehicle(), LogInType.DRIVER, LOG_IN_AT, null, 52_310, 52_398);
        var moved = draft.over(theirs);
        assertThat(moved.changed()).containsExactly(LOG_OUT);
        assertThat(moved.values().logOut()).isEqualTo(LATER);

        moved.take(new Proposal("times", Map.of(LOG_IN, LOG_OUT_AT), Reason.APP_FAILED));
        assertThat(moved.values().logOut()).isNull();
    }

    private void take(String problem, SessionField field, Object value) {
        draft.take(new Proposal(problem, Map.of(field, value), Reason.APP_FAILED));
    }
}
