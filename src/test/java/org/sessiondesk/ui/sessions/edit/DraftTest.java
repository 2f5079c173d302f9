package org.sessiondesk.ui.sessions.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessiondesk.session.SessionField.DRIVER;
import static org.sessiondesk.session.SessionField.END_MILEAGE;
import static org.sessiondesk.session.SessionField.LOG_IN;
import static org.sessiondesk.session.SessionField.LOG_OUT;
import static org.sessiondesk.session.SessionField.START_MILEAGE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionValues;

class DraftTest {

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final Instant LOG_IN_AT = Instant.parse("2026-06-02T13:58:20.123456Z");
    private static final SessionValues OPEN =
            new SessionValues(UUID.randomUUID(), UUID.randomUUID(), LogInType.DRIVER, LOG_IN_AT, null, 52_310, null);

    @Test
    void untouched_texts_change_nothing_and_hidden_seconds_survive() {
        var draft = Draft.of(OPEN, ZONE);
        draft.type(LOG_IN, "2026-06-02 06:58 ");
        assertThat(draft.changed()).isEmpty();
        assertThat(draft.values()).isEqualTo(OPEN);
    }

    @Test
    void a_time_without_a_date_follows_the_log_in_and_is_written_out() {
        var draft = Draft.of(OPEN, ZONE);
        draft.type(LOG_OUT, "17:05");
        assertThat(draft.changed()).containsExactly(LOG_OUT);
        assertThat(draft.writtenOut(LOG_OUT)).isEqualTo("2026-06-02 17:05");
    }

    @Test
    void a_log_in_typed_without_a_date_stays_on_its_day() {
        var draft = Draft.of(OPEN, ZONE);
        draft.type(LOG_IN, "00:00");
        assertThat(draft.writtenOut(LOG_IN)).isEqualTo("2026-06-02 00:00");
    }

    @Test
    void a_session_to_add_takes_its_log_in_on_the_day_of_the_list() {
        var draft = Draft.adding(LocalDate.of(2026, 6, 1), ZONE);
        assertThat(draft.troubles()).containsOnlyKeys(LOG_IN, DRIVER);
        draft.type(LOG_IN, "6:30");
        draft.type(LOG_OUT, "2:15");
        assertThat(draft.writtenOut(LOG_IN)).isEqualTo("2026-06-01 06:30");
        assertThat(draft.writtenOut(LOG_OUT)).isEqualTo("2026-06-02 02:15");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "2,000,000", "5,2310", "52.310", "12345678"})
    void no_mileage_is_refused_and_keeps_the_value(String typed) {
        var draft = Draft.of(OPEN, ZONE);
        draft.type(START_MILEAGE, typed);
        assertThat(draft.troubles()).containsOnlyKeys(START_MILEAGE);
        assertThat(draft.touched()).containsExactly(START_MILEAGE);
        assertThat(draft.values().startMileage()).isEqualTo(52_310);
    }

    @Test
    void a_mileage_is_read_with_or_without_its_comma_and_may_be_cleared() {
        var draft = Draft.of(OPEN, ZONE);
        draft.type(END_MILEAGE, "52398");
        draft.type(START_MILEAGE, "");
        assertThat(draft.values().endMileage()).isEqualTo(52_398);
        assertThat(draft.values().startMileage()).isNull();
        assertThat(draft.writtenOut(END_MILEAGE)).isEqualTo("52,398");
    }

    @Test
    void a_log_out_before_the_log_in_is_refused() {
        var draft = Draft.of(OPEN, ZONE);
        draft.type(LOG_OUT, "2026-06-02 05:00");
        assertThat(draft.trouble(LOG_OUT)).contains(Phrase.of("sessions.trouble.before-log-in"));
    }

    @Test
    void a_log_out_before_the_log_in_that_came_so_is_left_alone() {
        var odd = new SessionValues(
                OPEN.driver(), null, LogInType.DRIVER, LOG_IN_AT, LOG_IN_AT.minusSeconds(60), null, null);
        assertThat(Draft.of(odd, ZONE).troubles()).isEmpty();
    }

    @Test
    void typing_is_kept_over_newer_values_and_the_rest_follows_them() {
        var draft = Draft.of(OPEN, ZONE);
        draft.type(LOG_OUT, "17:05");
        var theirs = new SessionValues(
                OPEN.driver(),
                OPEN.vehicle(),
                LogInType.DRIVER,
                LOG_IN_AT,
                LOG_IN_AT.plusSeconds(3600),
                52_310,
                52_398);
        var moved = draft.over(theirs);
        assertThat(moved.changed()).containsExactly(LOG_OUT);
        assertThat(moved.values().endMileage()).isEqualTo(52_398);
    }
}
