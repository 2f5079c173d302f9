package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sessiondesk.delivery.Deliveries.Difference;
import org.sessiondesk.session.CorrectionOutcome;
import org.sessiondesk.session.CorrectionOutcome.Invalid;
import org.sessiondesk.session.CorrectionOutcome.Saved;
import org.sessiondesk.session.CorrectionOutcome.Stale;
import org.sessiondesk.session.CorrectionOutcome.TooLate;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;

/** A conflict is decided field by field, by one correction, on what the person saw. */
class ConflictDatabaseTest extends DeliveryDesk {

    private static final Instant OUT = Instant.parse("2026-06-02T22:05:00Z");
    private static final Instant LATER = Instant.parse("2026-06-02T22:30:00Z");

    @Test
    void each_side_may_be_chosen_in_each_field_and_one_correction_sends_the_mixture_from_OnTimes_record() {
        var session = inConflict();
        var detail = newest(session);
        assertThat(detail.differences())
                .extracting(Difference::field, Difference::before, Difference::ontime, Difference::ours)
                .containsExactly(
                        tuple(SessionField.LOG_OUT, OUT, LATER, OUT),
                        tuple(SessionField.START_MILEAGE, 52_310, 52_300, 52_305),
                        tuple(SessionField.END_MILEAGE, 52_398, 52_398, 52_401));

        // Against the preselection: OnTime's start mileage, though we corrected it; our log-out, though we didn't.
        var saved = decide(detail, Set.of(SessionField.LOG_OUT, SessionField.END_MILEAGE));

        assertThat(saved).isInstanceOf(Saved.class);
        awaitDeliveries(session.id(), "WITHDRAWN REPLACED", "ACCEPTED TAKEN");
        var held = ontime.session(ontimeId(session));
        assertThat(held.path("LogOutTime").asString()).startsWith("2026-06-02T22:05:00");
        assertThat(held.path("StartMileage").asInt()).isEqualTo(52_300);
        assertThat(held.path("EndMileage").asInt()).isEqualTo(52_401);
        assertThat(kinds(session)).containsExactly("CORRECT", "RESOLVE");
        assertThat(jdbc.sql("select base_record from delivery where session_id = ? and state = 'ACCEPTED'")
                        .param(session.id())
                        .query(String.class)
                        .single())
                .contains("52300");
        assertThat(ontime.posts(ontimeId(session))).hasSize(1);
    }

    @Test
    void ours_is_preselected_where_we_corrected_and_OnTimes_elsewhere() {
        assertThat(newest(inConflict()).differences())
                .filteredOn(Difference::correctedHere)
                .extracting(Difference::field)
                .containsExactly(SessionField.START_MILEAGE, SessionField.END_MILEAGE);
    }

    @Test
    void a_choice_about_values_that_OnTime_has_no_more_is_refused_and_nothing_is_written() {
        var session = inConflict();
        var seen = newest(session);
        ontime.change(ontimeId(session), "{\"StartMileage\": 52290}");
        read(ontimeId(session));

        assertThat(decide(seen, Set.of(SessionField.END_MILEAGE))).isInstanceOf(Stale.class);
        assertThat(withdraw(seen)).isInstanceOf(Stale.class);

        assertThat(kinds(session)).containsExactly("CORRECT");
        assertThat(now(session).values()).isEqualTo(seen(session, 52_305, 52_401));
        assertThat(deliveries(session.id())).containsExactly("CONFLICT CHANGED_IN_ONTIME");
        // What is shown by then can be decided.
        assertThat(newest(session).ontime())
                .extracting(SessionValues::startMileage)
                .isEqualTo(52_290);
        assertThat(decide(newest(session), Set.of(SessionField.END_MILEAGE))).isInstanceOf(Saved.class);
        awaitDeliveries(session.id(), "WITHDRAWN REPLACED", "ACCEPTED TAKEN");
    }

    @Test
    void a_choice_about_values_of_ours_that_were_corrected_meanwhile_is_refused() {
        var session = inConflict();
        var seen = newest(session);
        queue.pause();
        correct(session, 52_409);

        assertThat(decide(seen, Set.of(SessionField.END_MILEAGE))).isInstanceOf(Stale.class);
        assertThat(withdraw(seen)).isInstanceOf(Stale.class);
        assertThat(decide(newest(session), Set.of(SessionField.END_MILEAGE))).isInstanceOf(TooLate.class);

        assertThat(now(session).values().endMileage()).isEqualTo(52_409);
    }

    @Test
    void what_changes_in_OnTime_after_the_choice_is_a_conflict_anew_and_ours_is_not_lost() {
        var session = inConflict();
        queue.pause();
        assertThat(decide(newest(session), Set.of(SessionField.END_MILEAGE))).isInstanceOf(Saved.class);
        ontime.change(ontimeId(session), "{\"EndMileage\": 52399}");
        queue.resume();

        awaitDeliveries(session.id(), "WITHDRAWN REPLACED", "CONFLICT CHANGED_IN_ONTIME");
        assertThat(newest(session).differences())
                .singleElement()
                .isEqualTo(new Difference(SessionField.END_MILEAGE, 52_398, 52_399, 52_401, true));
        assertThat(ontime.posts(ontimeId(session))).isEmpty();
    }

    @Test
    void OnTimes_values_everywhere_are_taken_over_and_nothing_is_sent() {
        var session = inConflict();

        assertThat(decide(newest(session), Set.of())).isInstanceOf(Saved.class);

        assertThat(deliveries(session.id())).containsExactly("WITHDRAWN GIVEN_UP");
        assertThat(now(session).values())
                .isEqualTo(SessionValues.of(Objects.requireNonNull(now(session).lastKnown())));
        assertThat(ontime.posts(ontimeId(session))).isEmpty();
    }

    @Test
    void a_mixture_with_the_log_out_before_the_log_in_is_refused() {
        var session = aSession();
        ontime.change(
                ontimeId(session), "{\"LogInTime\":\"2026-06-03T13:00:00Z\",\"LogOutTime\":\"2026-06-03T22:00:00Z\"}");
        correct(session, 52_401);
        awaitDeliveries(session.id(), "CONFLICT CHANGED_IN_ONTIME");

        assertThat(decide(newest(session), Set.of(SessionField.LOG_OUT))).isInstanceOf(Invalid.class);

        assertThat(deliveries(session.id())).containsExactly("CONFLICT CHANGED_IN_ONTIME");
    }

    @Test
    void a_mileage_not_recorded_that_OnTime_writes_as_0_is_neither_a_choice_nor_a_change() {
        var session = aSession();
        clear(session, SessionField.START_MILEAGE);
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        correct(session, 52_401);
        awaitDeliveries(session.id(), "ACCEPTED TAKEN", "ACCEPTED TAKEN");
        ontime.change(ontimeId(session), "{\"LogOutTime\":\"2026-06-02T22:30:00Z\"}");
        correct(session, 52_402);
        awaitDeliveries(session.id(), "ACCEPTED TAKEN", "ACCEPTED TAKEN", "CONFLICT CHANGED_IN_ONTIME");
        var detail = newest(session);
        assertThat(detail.differences())
                .extracting(Difference::field)
                .containsExactly(SessionField.LOG_OUT, SessionField.END_MILEAGE);

        assertThat(decide(detail, Set.of(SessionField.END_MILEAGE))).isInstanceOf(Saved.class);

        assertThat(now(session).values().startMileage()).isNull();
        assertThat(now(session).values().logOut()).isEqualTo(LATER);
    }

    @Test
    void a_mileage_that_nobody_recorded_and_OnTime_wrote_as_0_was_not_corrected_here() {
        var session = aSession();
        ontime.change(ontimeId(session), "{\"LogOutTime\":null,\"EndMileage\":0}");
        session = read(ontimeId(session));
        ontime.change(ontimeId(session), "{\"LogOutTime\":\"2026-06-02T22:05:00Z\"}");
        session = read(ontimeId(session));
        queue.pause();
        change(session, Set.of(SessionField.START_MILEAGE), seen(session, 52_305, null));
        ontime.change(ontimeId(session), "{\"EndMileage\": 52398}");
        queue.resume();
        awaitDeliveries(session.id(), "CONFLICT CHANGED_IN_ONTIME");
        assertThat(newest(session).differences())
                .filteredOn(Difference::field, SessionField.END_MILEAGE)
                .singleElement()
                .isEqualTo(new Difference(SessionField.END_MILEAGE, 0, 52_398, null, false));
    }

    /** OnTime changed log-out and start mileage, we both mileages. */
    private DriverSession inConflict() {
        var session = aSession();
        ontime.change(ontimeId(session), "{\"StartMileage\": 52300, \"LogOutTime\":\"2026-06-02T22:30:00Z\"}");
        change(session, Set.of(SessionField.START_MILEAGE, SessionField.END_MILEAGE), seen(session, 52_305, 52_401));
        awaitDeliveries(session.id(), "CONFLICT CHANGED_IN_ONTIME");
        return session;
    }

    private void clear(DriverSession session, SessionField field) {
        change(session, Set.of(field), seen(session, null, 52_398));
    }

    private static SessionValues seen(
            DriverSession session, @Nullable Integer startMileage, @Nullable Integer endMileage) {
        var values = session.values();
        return new SessionValues(
                values.driver(),
                values.vehicle(),
                values.type(),
                values.logIn(),
                values.logOut(),
                startMileage,
                endMileage);
    }

    private void change(DriverSession session, Set<SessionField> fields, SessionValues values) {
        assertThat(corrections.apply(List.of(new SessionCommand.Correct(
                        session.id(), now(session).version(), values, fields, Reason.READING_MISTYPED, null))))
                .hasOnlyElementsOfType(Saved.class);
    }

    private CorrectionOutcome decide(Deliveries.Detail seen, Set<SessionField> ours) {
        return corrections
                .apply(List.of(new SessionCommand.Resolve(
                        seen.line().session(), seen.version(), ours, Objects.requireNonNull(seen.ontime()))))
                .getFirst();
    }

    private CorrectionOutcome withdraw(Deliveries.Detail seen) {
        return corrections
                .apply(List.of(new SessionCommand.Withdraw(seen.line().session(), seen.version(), seen.ontime())))
                .getFirst();
    }

    private List<String> kinds(DriverSession session) {
        return jdbc.sql("select kind from correction where session_id = ? order by corrected_at, id")
                .param(session.id())
                .query(String.class)
                .list();
    }
}
