package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessiondesk.connection.GateState;
import org.sessiondesk.ontime.NotAuthorisedWhy;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.sandbox.Call;
import org.sessiondesk.sandbox.FaultKind;
import org.sessiondesk.session.CorrectionOutcome;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionField;

/** Each row of the table "What each answer does", over HTTP. */
class AnswersDatabaseTest extends DeliveryDesk {

    @Test
    void a_correction_arrives_in_OnTime_once_and_is_accepted() {
        var session = aSession();
        correct(session, 52_401);
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        assertThat(ontime.session(ontimeId(session)).path("EndMileage").asInt()).isEqualTo(52_401);
        assertThat(ontime.posts(ontimeId(session))).hasSize(1);
        assertThat(now(session).lastKnown()).extracting(UserSession::endMileage).isEqualTo(52_401);
    }

    @Test
    void a_create_gets_OnTimes_id() {
        var session = create();
        awaitDeliveries(session, "ACCEPTED TAKEN");
        var id = ontimeId(sessions.find(session).orElseThrow());
        assertThat(ontime.posts(id)).hasSize(1);
    }

    @Test
    void a_400_is_rejected_with_OnTimes_words_and_not_sent_again() {
        var session = aSession();
        ontime.fault(FaultKind.BAD_REQUEST, 1, Call.Kind.POST_SESSION);
        correct(session, 52_401);
        awaitDeliveries(session.id(), "REJECTED REFUSED");
        assertThat(outcomes(session.id())).containsExactly("REJECTED");
        assertThat(jdbc.sql("select words from delivery where session_id = ?")
                        .param(session.id())
                        .query(String.class)
                        .single())
                .isNotBlank();
    }

    @Test
    void a_401_closes_the_gate_and_what_waits_is_held_until_somebody_tries_again() {
        var first = aSession();
        var second = aSession();
        ontime.faultUntilCleared(FaultKind.UNAUTHORISED);
        correct(first, 52_401);
        awaitHeld(first.id());
        correct(second, 52_402);
        awaitHeld(second.id());
        var asked = ontime.requests().size();
        assertThat(gate.state().closed()).isNotNull();
        ontime.clearFaults();
        assertThat(decisions.tryNow(newest(first).line().id())).isInstanceOf(DeliveryDecisions.Decision.Done.class);
        awaitDeliveries(first.id(), "ACCEPTED TAKEN");
        awaitDeliveries(second.id(), "ACCEPTED TAKEN");
        assertThat(gate.state().closed()).isNull();
        assertThat(asked).isLessThanOrEqualTo(ontime.requests().size() - 2);
    }

    @Test
    void a_403_on_the_POST_closes_the_gate_with_where_to_allow_it() {
        var session = aSession();
        ontime.faultUntilCleared(FaultKind.FORBIDDEN, Call.Kind.POST_SESSION);
        correct(session, 52_401);
        awaitHeld(session.id());
        assertThat(gate.state().closed()).extracting(GateState.Closed::why).isEqualTo(NotAuthorisedWhy.NOT_PERMITTED);
        ontime.clearFaults();
        decisions.tryAllNow();
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
    }

    @Test
    void a_403_on_the_GET_only_skips_the_reading_and_none_is_tried_for_a_while() {
        var session = aSession();
        var another = aSession();
        ontime.faultUntilCleared(FaultKind.FORBIDDEN, Call.Kind.GET_SESSION);
        correct(session, 52_401);
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        correct(another, 52_402);
        awaitDeliveries(another.id(), "ACCEPTED TAKEN");

        // Each was read once before.
        assertThat(readings(ontimeId(session))).isEqualTo(2);
        assertThat(readings(ontimeId(another))).isEqualTo(1);
    }

    @Test
    void a_404_to_the_POST_or_a_redirect_closes_the_gate_for_the_address() {
        for (var fault : new FaultKind[] {FaultKind.NOT_FOUND, FaultKind.REDIRECT}) {
            var session = aSession();
            ontime.faultUntilCleared(fault, Call.Kind.POST_SESSION);
            correct(session, 52_401);
            awaitHeld(session.id());
            assertThat(gate.state().closed())
                    .extracting(GateState.Closed::why)
                    .isEqualTo(NotAuthorisedWhy.WRONG_ADDRESS);
            ontime.clearFaults();
            decisions.tryAllNow();
            awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        }
    }

    @Test
    void a_429_pauses_the_whole_site_until_the_time_that_OnTime_says() {
        var session = aSession();
        ontime.fault("""
                {"kind":"LIMIT_REACHED","times":1,"variant":"retry-after","seconds":2,"calls":["POST_SESSION"]}""");
        correct(session, 52_401);
        await().until(() -> gate.state().pausedUntil() != null);
        var until = Objects.requireNonNull(gate.state().pausedUntil());
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        assertThat(outcomes(session.id())).containsExactly("LIMIT_REACHED", "ACCEPTED");
        assertThat(ontime.posts(ontimeId(session)))
                .hasSize(2)
                .last()
                .satisfies(post ->
                        assertThat(Instant.parse(post.path("at").asString())).isAfter(until.minus(CLOCKS_APART)));
    }

    @Test
    void a_5xx_to_an_update_is_tried_again_until_it_goes() {
        var session = aSession();
        ontime.fault(FaultKind.SERVER_ERROR, 3, Call.Kind.POST_SESSION);
        correct(session, 52_401);
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        assertThat(outcomes(session.id())).containsExactly("TRY_LATER", "TRY_LATER", "TRY_LATER", "ACCEPTED");
    }

    @Test
    void a_run_of_failures_pauses_the_site_and_one_success_ends_it() {
        var session = aSession();
        ontime.faultUntilCleared(FaultKind.CUT);
        correct(session, 52_401);
        await().until(() -> {
            var unreachable = gate.state().unreachable();
            return unreachable != null && unreachable.triesAgain() != null;
        });
        ontime.clearFaults();
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        await().untilAsserted(() -> assertThat(gate.state().unreachable()).isNull());
    }

    @Test
    void an_update_whose_answer_was_lost_is_read_and_not_sent_again() {
        var session = aSession();
        ontime.fault(FaultKind.ANSWER_LOST, 1, Call.Kind.POST_SESSION);
        correct(session, 52_401);
        awaitDeliveries(session.id(), "ACCEPTED ARRIVED_EARLIER");
        assertThat(outcomes(session.id())).containsExactly("UNKNOWN", "ALREADY_THERE");
        assertThat(ontime.posts(ontimeId(session))).hasSize(1);
    }

    @Test
    void garbled_empty_and_html_answers_to_an_update_are_no_answers() {
        for (var fault : new FaultKind[] {FaultKind.GARBLED, FaultKind.EMPTY, FaultKind.HTML}) {
            var session = aSession();
            ontime.fault(fault, 1, Call.Kind.POST_SESSION);
            correct(session, 52_401);
            await().untilAsserted(() ->
                    assertThat(deliveries(session.id()).getFirst()).startsWith("ACCEPTED"));
            assertThat(outcomes(session.id())).first().isEqualTo("UNKNOWN");
            assertThat(ontime.session(ontimeId(session)).path("EndMileage").asInt())
                    .isEqualTo(52_401);
        }
    }

    @Test
    void an_update_answered_with_another_ID_is_read_and_the_other_ID_is_kept() {
        var session = aSession();
        ontime.fault(FaultKind.OTHER_ID, 1, Call.Kind.POST_SESSION);
        correct(session, 52_401);
        awaitDeliveries(session.id(), "ACCEPTED TAKEN_WITH_OTHER_ID");
        assertThat(newest(session).line().duplicates()).hasSize(1);
        assertThat(ontime.posts(ontimeId(session))).hasSize(1);
    }

    @Test
    void a_record_that_is_gone_is_said_to_be_and_a_wrong_address_closes_the_gate_instead() {
        var gone = aSession();
        ontime.vanish(ontimeId(gone));
        correct(gone, 52_401);
        awaitDeliveries(gone.id(), "REJECTED NOT_THERE");
        var session = aSession();
        ontime.faultUntilCleared(FaultKind.NOT_FOUND);
        correct(session, 52_401);
        awaitHeld(session.id());
        assertThat(deliveries(session.id())).containsExactly("WAITING NOT_AUTHORISED");
    }

    @Test
    void a_record_changed_in_OnTime_is_a_conflict_and_nothing_is_sent() {
        var session = aSession();
        ontime.change(ontimeId(session), "{\"StartMileage\": 52300}");
        correct(session, 52_401);
        awaitDeliveries(session.id(), "CONFLICT CHANGED_IN_ONTIME");
        assertThat(ontime.posts(ontimeId(session))).isEmpty();
        var detail = newest(session);
        assertThat(detail.differences())
                .extracting(Deliveries.Difference::field)
                .containsExactly(SessionField.START_MILEAGE, SessionField.END_MILEAGE);
        assertThat(corrections.apply(List.of(new SessionCommand.Resolve(
                        session.id(),
                        detail.version(),
                        Set.of(SessionField.END_MILEAGE),
                        Objects.requireNonNull(detail.ontime())))))
                .hasOnlyElementsOfType(CorrectionOutcome.Saved.class);
        awaitDeliveries(session.id(), "WITHDRAWN REPLACED", "ACCEPTED TAKEN");
        var held = ontime.session(ontimeId(session));
        assertThat(held.path("StartMileage").asInt()).isEqualTo(52_300);
        assertThat(held.path("EndMileage").asInt()).isEqualTo(52_401);
    }

    @Test
    void using_OnTimes_values_settles_a_conflict_without_sending() {
        var session = aSession();
        ontime.change(ontimeId(session), "{\"EndMileage\": 52390}");
        correct(session, 52_401);
        awaitDeliveries(session.id(), "CONFLICT CHANGED_IN_ONTIME");
        corrections.apply(List.of(new SessionCommand.Withdraw(
                session.id(), now(session).version(), newest(session).ontime())));
        awaitDeliveries(session.id(), "WITHDRAWN GIVEN_UP");
        assertThat(now(session).values().endMileage()).isEqualTo(52_390);
        assertThat(ontime.posts(ontimeId(session))).isEmpty();
    }

    @Test
    void a_change_that_a_reading_brought_is_a_conflict_even_where_nothing_is_read_before_sending() {
        queue.pause();
        var session = aSession();
        correct(session, 52_401);
        ontime.change(ontimeId(session), "{\"StartMileage\": 52300}");
        read(ontimeId(session));
        assertThat(now(session).values().startMileage()).isEqualTo(52_310);
        assertThat(now(session).values().endMileage()).isEqualTo(52_401);
        ontime.faultUntilCleared(FaultKind.FORBIDDEN, Call.Kind.GET_SESSION);
        queue.resume();
        awaitDeliveries(session.id(), "CONFLICT CHANGED_IN_ONTIME");
    }

    @Test
    void a_create_whose_answer_was_lost_is_found_and_never_sent_twice() {
        ontime.fault(FaultKind.ANSWER_LOST, 1, Call.Kind.POST_SESSION);
        var session = create();
        awaitDeliveries(session, "ACCEPTED FOUND");
        assertThat(ontime.posts(ontimeId(sessions.find(session).orElseThrow()))).hasSize(1);
    }

    @Test
    void a_create_that_never_arrived_waits_for_a_person_who_sends_it_again() {
        ontime.fault(FaultKind.CUT, 1, Call.Kind.POST_SESSION);
        var session = create();
        awaitDeliveries(session, "UNCERTAIN NOT_FOUND");
        assertThat(outcomes(session)).containsExactly("UNKNOWN");
        assertThat(decisions.sendAgain(session)).isInstanceOf(DeliveryDecisions.Decision.Done.class);
        awaitDeliveries(session, "ACCEPTED TAKEN");
        assertThat(decisions.sendAgain(session)).isInstanceOf(DeliveryDecisions.Decision.TooLate.class);
    }

    @Test
    void where_OnTime_has_more_than_are_looked_at_nobody_says_that_it_is_not_there() {
        ontime.fault(FaultKind.CUT, 1, Call.Kind.POST_SESSION);
        queue.pause();
        var session = create();
        var driver = sessions.find(session).orElseThrow().values().driver();
        for (int i = 0; i < 61; i++) {
            ontime.addSession("""
                    {"UserID":"%s","LogInType":"Driver","LogInTime":"2026-06-04T13:00:00Z"}""".formatted(driver));
        }
        queue.resume();
        awaitDeliveries(session, "UNCERTAIN TOO_MANY");
        var candidates = (DeliveryDecisions.Candidates.Found) decisions.candidates(session);
        assertThat(candidates.whole()).isFalse();
    }

    @Test
    void the_limit_that_a_persons_look_meets_holds_back_the_site_and_while_it_does_nothing_is_asked() {
        ontime.fault(FaultKind.CUT, 1, Call.Kind.POST_SESSION);
        var session = create();
        awaitDeliveries(session, "UNCERTAIN NOT_FOUND");
        ontime.fault(FaultKind.LIMIT_REACHED, 1, Call.Kind.LIST_SESSIONS);
        assertThat(decisions.candidates(session)).isInstanceOf(DeliveryDecisions.Candidates.OutOfReach.class);
        assertThat(gate.state().pausedUntil()).isNotNull();
        int asked = ontime.requests().size();
        assertThat(decisions.candidates(session)).isInstanceOf(DeliveryDecisions.Candidates.OutOfReach.class);
        assertThat(decisions.itArrived(session, UUID.randomUUID()))
                .isInstanceOf(DeliveryDecisions.Decision.OutOfReach.class);
        assertThat(ontime.requests()).hasSize(asked);
    }

    @Test
    void the_limit_holds_back_the_site_though_only_the_list_after_a_404_meets_it() {
        var session = aSession();
        ontime.fault(FaultKind.NOT_FOUND, 1, Call.Kind.GET_SESSION);
        ontime.fault(FaultKind.LIMIT_REACHED, 1, Call.Kind.LIST_SESSIONS);
        correct(session, 52_401);
        await().untilAsserted(() -> assertThat(gate.state().pausedUntil()).isNotNull());
    }

    @Test
    void a_record_that_cant_be_read_holds_up_nothing_else() {
        var session = aSession();
        ontime.fault(FaultKind.GARBLED, 6, Call.Kind.GET_SESSION);
        correct(session, 52_401);
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        assertThat(gate.state().unreachable()).isNull();
        assertThat(outcomes(session.id())).hasSize(7);
    }

    @Test
    void of_several_that_a_create_may_be_a_person_picks_one() {
        ontime.fault(FaultKind.SERVER_ERROR, 1, Call.Kind.POST_SESSION);
        queue.pause();
        var session = create();
        var driver = Objects.requireNonNull(
                sessions.find(session).orElseThrow().values().driver());
        for (int i = 0; i < 2; i++) {
            ontime.addSession("""
                    {"UserID":"%s","LogInType":"Driver","LogInTime":"2026-06-02T13:58:00Z"}""".formatted(driver));
        }
        queue.resume();
        awaitDeliveries(session, "UNCERTAIN SEVERAL_FOUND");
        var candidates = (DeliveryDecisions.Candidates.Found) decisions.candidates(session);
        assertThat(candidates.sessions()).hasSize(2);
        assertThat(candidates.ours()).isNotNull().satisfies(ours -> {
            assertThat(ours.id()).isNull();
            assertThat(ours.userId()).isEqualTo(driver);
            assertThat(ours.logOutTime()).isEqualTo(LOG_IN.plus(Duration.ofHours(8)));
        });
        var picked = Objects.requireNonNull(candidates.sessions().getFirst().id());
        assertThat(decisions.itArrived(session, picked)).isInstanceOf(DeliveryDecisions.Decision.Done.class);
        awaitDeliveries(session, "ACCEPTED PICKED");
        assertThat(sessions.find(session).orElseThrow().ontimeId()).isEqualTo(picked);
    }

    @Test
    void a_discarded_create_is_withdrawn_and_nothing_is_sent() {
        queue.pause();
        var session = create();
        corrections.apply(List.of(new SessionCommand.Withdraw(
                session, sessions.find(session).orElseThrow().version(), null)));
        queue.resume();
        assertThat(deliveries(session)).containsExactly("WITHDRAWN GIVEN_UP");
        assertThat(sessions.find(session).orElseThrow().discarded()).isTrue();
    }

    /** How often OnTime was asked for the record. */
    private static long readings(UUID ontimeId) {
        return ontime.requests().stream()
                .filter(call -> call.get("method").asString().equals("GET"))
                .filter(call -> call.get("path").asString().endsWith("userSessions/" + ontimeId))
                .count();
    }
}
