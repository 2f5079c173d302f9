package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessiondesk.connection.Errand;
import org.sessiondesk.connection.GateState;
import org.sessiondesk.connection.Pass;
import org.sessiondesk.ontime.NotAuthorisedWhy;
import org.sessiondesk.sandbox.Call;
import org.sessiondesk.sandbox.FaultKind;
import org.sessiondesk.sandbox.OnTimeSandbox;

/** The rows of "What each answer does" that OnTime gives seldom: other IDs, other values, limits, faults while reading. */
class UnusualAnswersDatabaseTest extends DeliveryDesk {

    @Test
    void what_OnTime_stored_otherwise_is_accepted_and_said() {
        var session = aSession();
        ontime.fault(FaultKind.OTHER_VALUE, 1, Call.Kind.POST_SESSION);
        correct(session, 52_401);
        awaitDeliveries(session.id(), "ACCEPTED TAKEN_OTHERWISE");
        assertThat(Objects.requireNonNull(now(session).lastKnown()).endMileage())
                .isEqualTo(52_402);
        assertThat(ontime.posts(ontimeId(session))).hasSize(1);
    }

    @Test
    void an_update_answered_with_another_ID_whose_record_is_not_as_sent_is_a_conflict() {
        var session = aSession();
        // Somebody changes it there between our POST and our reading.
        ontime.fault(FaultKind.OTHER_ID, 1, Call.Kind.POST_SESSION);
        holdUp(FaultKind.SLOW_ANSWER, Call.Kind.POST_SESSION);
        correct(session, 52_401);
        await().until(() -> ontime.session(ontimeId(session)).path("EndMileage").asInt() == 52_401);
        ontime.change(ontimeId(session), "{\"EndMileage\": 52409}");
        ontime.clearFaults();
        awaitDeliveries(session.id(), "CONFLICT OTHER_ID");
        assertThat(newest(session).line().duplicates()).hasSize(1);
        assertThat(newest(session).differences()).hasSize(1);
        // What OnTime answered and what was read after it are both evidence.
        var attempt = newest(session).tries().getFirst();
        assertThat(attempt.received())
                .contains("52401")
                .doesNotContain(ontimeId(session).toString());
        assertThat(attempt.readings())
                .hasSize(2)
                .last()
                .satisfies(reading -> assertThat(reading.received()).contains("52409"));
        assertThat(ontime.posts(ontimeId(session))).hasSize(1);
    }

    @Test
    void a_create_answered_with_an_ID_that_is_known_here_is_looked_for_and_never_sent_twice() {
        var known = aSession();
        correct(known, 52_401);
        awaitDeliveries(known.id(), "ACCEPTED TAKEN");
        ontime.fault("""
                {"kind":"OTHER_ID","times":1,"variant":"%s","calls":["POST_SESSION"]}""".formatted(ontimeId(known)));
        var session = create();
        awaitDeliveries(session, "ACCEPTED FOUND");
        assertThat(outcomes(session)).containsExactly("UNKNOWN");
        assertThat(sessions.find(session).orElseThrow().ontimeId()).isNotEqualTo(known.ontimeId());
        assertThat(ontime.posts(ontimeId(sessions.find(session).orElseThrow()))).hasSize(1);
    }

    @Test
    void an_update_that_OnTime_answers_too_late_is_read_and_not_sent_again() {
        var session = aSession();
        holdUp(FaultKind.SLOW_ANSWER, Call.Kind.POST_SESSION);
        correct(session, 52_401);
        awaitDeliveries(session.id(), "ACCEPTED ARRIVED_EARLIER");
        assertThat(outcomes(session.id())).containsExactly("UNKNOWN", "ALREADY_THERE");
        assertThat(ontime.posts(ontimeId(session))).hasSize(1);
    }

    @Test
    void a_5xx_or_garble_to_the_reading_before_an_update_is_tried_again_and_nothing_was_sent() {
        for (var fault : new FaultKind[] {FaultKind.SERVER_ERROR, FaultKind.GARBLED}) {
            var session = aSession();
            ontime.fault(fault, 1, Call.Kind.GET_SESSION);
            correct(session, 52_401);
            awaitDeliveries(session.id(), "ACCEPTED TAKEN");
            assertThat(outcomes(session.id())).containsExactly("TRY_LATER", "ACCEPTED");
            assertThat(ontime.posts(ontimeId(session))).hasSize(1);
        }
    }

    @Test
    void every_reading_for_a_delivery_is_evidence_of_its_attempt_and_the_key_is_in_none() {
        var session = aSession();
        ontime.fault(FaultKind.SERVER_ERROR, 1, Call.Kind.GET_SESSION);
        correct(session, 52_401);
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        var tries = newest(session).tries();
        assertThat(tries.get(1).readings())
                .extracting(Deliveries.Reading::status)
                .containsExactly(500);
        assertThat(tries.get(1).readings().getFirst().received()).contains("An error has occurred.");
        assertThat(tries.get(0).readings()).singleElement().satisfies(reading -> {
            assertThat(reading.path()).endsWith("/userSessions/" + ontimeId(session));
            assertThat(reading.received()).contains("52398");
        });

        ontime.fault(FaultKind.ANSWER_LOST, 1, Call.Kind.POST_SESSION);
        var created = create();
        awaitDeliveries(created, "ACCEPTED FOUND");
        assertThat(deliveriesShown
                        .newestOf(created)
                        .orElseThrow()
                        .tries()
                        .getFirst()
                        .readings())
                .extracting(Deliveries.Reading::path)
                .satisfiesExactly(
                        list -> assertThat(list).contains("/userSessions?userId="),
                        one -> assertThat(one).contains("/userSessions/"));
        assertThat(jdbc.sql("select count(*) from delivery_reading r where r::text like ?")
                        .param("%" + OnTimeSandbox.KEY + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_405_to_the_POST_closes_the_gate_for_the_address() {
        var session = aSession();
        ontime.fault("{\"kind\":\"NOT_FOUND\",\"status\":405,\"calls\":[\"POST_SESSION\"]}");
        correct(session, 52_401);
        awaitHeld(session.id());
        assertThat(gate.state().closed()).extracting(GateState.Closed::why).isEqualTo(NotAuthorisedWhy.WRONG_ADDRESS);
    }

    @Test
    void a_create_that_may_not_be_looked_for_waits_for_a_person() {
        ontime.faultUntilCleared(FaultKind.FORBIDDEN, Call.Kind.LIST_SESSIONS);
        ontime.fault(FaultKind.ANSWER_LOST, 1, Call.Kind.POST_SESSION);
        var session = create();
        awaitDeliveries(session, "UNCERTAIN NO_LOOK_UP");
        assertThat(deliveriesShown.newestOf(session).orElseThrow().line().toDecide())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"retry-after", "retry-date", "reset"})
    void a_429_that_says_until_when_is_waited_for_by_the_whole_site(String variant) {
        var first = aSession();
        var second = aSession();
        ontime.fault("""
                {"kind":"LIMIT_REACHED","times":1,"variant":"%s","seconds":3,"calls":["POST_SESSION"]}""".formatted(variant));
        correct(first, 52_401);
        await().until(() -> gate.state().pausedUntil() != null);
        Instant until = Objects.requireNonNull(gate.state().pausedUntil());
        assertThat(gate.ask(Errand.READING))
                .satisfiesAnyOf(
                        pass -> assertThat(pass).isInstanceOf(Pass.Wait.class),
                        _ -> assertThat(Instant.now()).isAfter(until.minus(CLOCKS_APART)));
        correct(second, 52_402);
        awaitDeliveries(first.id(), "ACCEPTED TAKEN");
        awaitDeliveries(second.id(), "ACCEPTED TAKEN");
        assertThat(outcomes(first.id())).containsExactly("LIMIT_REACHED", "ACCEPTED");
        assertThat(ontime.posts(ontimeId(second)))
                .allSatisfy(post ->
                        assertThat(Instant.parse(post.path("at").asString())).isAfter(until.minus(CLOCKS_APART)));
    }

    @Test
    void a_429_that_says_nothing_keeps_the_whole_site_quiet_for_a_minute_at_first() {
        var session = aSession();
        ontime.fault("""
                {"kind":"LIMIT_REACHED","times":1,"variant":"bare","calls":["POST_SESSION"]}""");
        var before = Instant.now();
        correct(session, 52_401);
        awaitDeliveries(session.id(), "WAITING LIMIT_REACHED");
        var next = Objects.requireNonNull(newest(session).line().nextAt());
        assertThat(gate.state().pausedUntil()).isEqualTo(next);
        assertThat(next.minusSeconds(60))
                .isBetween(before.minusSeconds(1), Instant.now().plusSeconds(1));
        assertThat(gate.ask(Errand.SENDING)).isInstanceOf(Pass.Wait.class);
        assertThat(ontime.posts(ontimeId(session))).hasSize(1);
    }

    @Test
    void a_429_to_the_reading_before_an_update_waits_just_the_same() {
        var session = aSession();
        ontime.fault("""
                {"kind":"LIMIT_REACHED","times":1,"variant":"retry-after","seconds":1,"calls":["GET_SESSION"]}""");
        correct(session, 52_401);
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        assertThat(outcomes(session.id())).containsExactly("LIMIT_REACHED", "ACCEPTED");
        assertThat(ontime.posts(ontimeId(session))).hasSize(1);
    }

    @Test
    void corrections_go_on_while_few_calls_are_left() {
        var session = aSession();
        ontime.limits(100, 10_000, 92, 92);
        correct(session, 52_401);
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        var limits = Objects.requireNonNull(gate.state().limits());
        assertThat(Objects.requireNonNull(limits.daily()).remaining()).isLessThan(10);
    }
}
