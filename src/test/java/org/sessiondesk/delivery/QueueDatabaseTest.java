package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.sandbox.Call;
import org.sessiondesk.sandbox.FaultKind;
import org.sessiondesk.session.CorrectionOutcome;
import org.sessiondesk.session.DeliveryStanding;
import org.sessiondesk.session.DeliveryStanding.Situation;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.springframework.beans.factory.annotation.Autowired;

/** How corrections join, wait behind, replace and take back, and what survives. */
class QueueDatabaseTest extends DeliveryDesk {

    @Autowired
    DeliveryStanding standing;

    @Autowired
    Attempts attempts;

    @Autowired
    DeliveryTasks tasks;

    @Autowired
    private Deliveries shown;

    @Test
    void corrections_join_the_waiting_delivery_and_one_request_carries_them_all() {
        queue.pause();
        var session = aSession();
        correct(session, 52_401);
        correct(session, 52_402);
        queue.resume();
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        assertThat(ontime.posts(ontimeId(session))).hasSize(1);
        assertThat(ontime.session(ontimeId(session)).path("EndMileage").asInt()).isEqualTo(52_402);
        assertThat(corrections(session.id())).isEqualTo(2);
    }

    @Test
    void an_undone_correction_is_withdrawn_and_never_leaves() {
        queue.pause();
        var session = aSession();
        correct(session, 52_401);
        assertThat(situation(session)).isEqualTo(Situation.UNTRIED);
        undo(session);
        queue.resume();
        awaitDeliveries(session.id(), "WITHDRAWN NOTHING_TO_SEND");
        assertThat(situation(session)).isEqualTo(Situation.SETTLED);
    }

    @Test
    void once_all_is_undone_what_OnTime_changed_meanwhile_is_taken_over() {
        queue.pause();
        var session = aSession();
        correct(session, 52_401);
        correct(session, 52_402);
        ontime.change(ontimeId(session), "{\"StartMileage\": 52300}");
        read(ontimeId(session));
        undo(session);
        assertThat(deliveries(session.id())).containsExactly("WAITING NEW");
        assertThat(now(session).values().startMileage()).isEqualTo(52_310);
        assertThat(now(session).values().endMileage()).isEqualTo(52_401);
        undo(session);
        queue.resume();
        awaitDeliveries(session.id(), "WITHDRAWN NOTHING_TO_SEND");
        assertThat(now(session).values().startMileage()).isEqualTo(52_300);
        assertThat(now(session).values().endMileage()).isEqualTo(52_398);
        assertThat(now(session).edited()).isFalse();
        assertThat(ontime.posts(ontimeId(session))).isEmpty();
    }

    private void undo(DriverSession session) {
        var newest =
                jdbc.sql("""
                        select id from correction c
                        where session_id = :session and kind = 'CORRECT'
                          and not exists (select from correction u where u.undoes = c.id)
                        order by corrected_at desc, id desc limit 1
                        """).param("session", session.id()).query(UUID.class).single();
        assertThat(corrections.apply(List.of(new SessionCommand.Undo(session.id(), newest))))
                .hasOnlyElementsOfType(CorrectionOutcome.Saved.class);
    }

    @Test
    void a_correction_made_while_one_is_sent_waits_behind_it_and_starts_from_what_OnTime_returned() {
        var session = aSession();
        holdUp(FaultKind.SLOW_ANSWER, Call.Kind.POST_SESSION);
        correct(session, 52_401);
        await().until(() -> deliveries(session.id()).equals(List.of("SENDING SENDING")));
        correct(session, 52_402);
        assertThat(deliveries(session.id())).containsExactly("SENDING SENDING", "WAITING NEW");
        ontime.clearFaults();
        awaitDeliveries(session.id(), "ACCEPTED TAKEN", "ACCEPTED TAKEN");
        assertThat(ontime.session(ontimeId(session)).path("EndMileage").asInt()).isEqualTo(52_402);
        assertThat(ontime.posts(ontimeId(session))).hasSize(2);
    }

    @Test
    void one_made_while_another_is_sent_does_not_overwrite_what_was_changed_in_OnTime_before() {
        queue.pause();
        var session = aSession();
        correct(session, 52_401);
        ontime.change(ontimeId(session), "{\"StartMileage\": 52300}");
        read(ontimeId(session));
        holdUp(FaultKind.SLOW_ANSWER, Call.Kind.GET_SESSION);
        queue.resume();
        await().until(() -> deliveries(session.id()).equals(List.of("SENDING SENDING")));
        correct(session, 52_402);
        ontime.clearFaults();
        awaitDeliveries(session.id(), "WITHDRAWN REPLACED", "CONFLICT CHANGED_IN_ONTIME");
        assertThat(ontime.posts(ontimeId(session))).isEmpty();
    }

    @Test
    void what_waits_behind_goes_into_the_one_ahead_when_that_has_to_wait_again() {
        var session = aSession();
        holdUp(FaultKind.SLOW, Call.Kind.POST_SESSION);
        ontime.fault(FaultKind.ANSWER_LOST, 1, Call.Kind.POST_SESSION);
        correct(session, 52_401);
        awaitStruck();
        correct(session, 52_402);
        ontime.clearFaults();
        awaitDeliveries(session.id(), "ACCEPTED TAKEN", "WITHDRAWN JOINED");
        assertThat(shown.newestOf(session.id()))
                .as("what people are shown is the one that took both along")
                .map(detail -> detail.line().state())
                .contains(DeliveryState.ACCEPTED);
        assertThat(ontime.session(ontimeId(session)).path("EndMileage").asInt()).isEqualTo(52_402);
        assertThat(corrections(session.id())).isEqualTo(3);
    }

    @Test
    void a_new_correction_replaces_a_refused_one() {
        var session = aSession();
        ontime.fault(FaultKind.BAD_REQUEST, 1, Call.Kind.POST_SESSION);
        correct(session, 52_401);
        awaitDeliveries(session.id(), "REJECTED REFUSED");
        correct(session, 52_402);
        awaitDeliveries(session.id(), "WITHDRAWN REPLACED", "ACCEPTED TAKEN");
    }

    @Test
    void values_equal_to_OnTimes_are_sent_all_the_same_while_an_unanswered_try_may_have_arrived() {
        var session = aSession();
        holdUp(FaultKind.SLOW, Call.Kind.POST_SESSION);
        ontime.fault(FaultKind.ANSWER_LOST, 1, Call.Kind.POST_SESSION);
        correct(session, 52_401);
        awaitStruck();
        correct(session, 52_398);
        ontime.clearFaults();
        await().untilAsserted(
                        () -> assertThat(deliveries(session.id()).getFirst()).startsWith("ACCEPTED"));
        assertThat(ontime.session(ontimeId(session)).path("EndMileage").asInt()).isEqualTo(52_398);
    }

    @Test
    void an_attempt_without_a_result_is_given_up_and_its_late_answer_changes_nothing() {
        queue.pause();
        var session = aSession();
        correct(session, 52_401);
        var dead = ((Work.Send) attempts.begin(session.id())).attempt();
        assertThat(attempts.freeze(dead, "{\"ID\":\"" + session.ontimeId() + "\"}"))
                .isTrue();
        assertThat(attempts.begin(session.id())).isInstanceOf(Work.LookAgain.class);
        assertThat(attempts.standing(dead).newest()).isFalse();
        assertThat(attempts.freeze(dead, "{}")).isFalse();
        tasks.sweep();
        queue.resume();
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        assertThat(outcomes(session.id())).containsExactly("UNKNOWN", "ACCEPTED");
    }

    @Test
    void a_create_whose_process_died_in_mid_air_is_looked_for() {
        queue.pause();
        var session = create();
        var dead = ((Work.Send) attempts.begin(session)).attempt();
        attempts.freeze(dead, "{}");
        assertThat(attempts.begin(session)).isInstanceOf(Work.LookAgain.class);
        assertThat(deliveries(session)).containsExactly("UNCERTAIN LOOKING");
        queue.resume();
        awaitDeliveries(session, "UNCERTAIN NOT_FOUND");
    }

    @Test
    void what_waits_without_a_task_gets_one() {
        queue.pause();
        var session = aSession();
        correct(session, 52_401);
        jdbc.sql("delete from scheduled_tasks where task_instance = ?")
                .param(session.id().toString())
                .update();
        // Before the queue's own sweep may come.
        assertThat(tasks.sweep()).isPositive();
        queue.resume();
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
    }

    @Test
    void corrections_readings_and_results_on_one_session_never_wait_for_each_other_in_a_circle() throws Exception {
        var session = aSession();
        try (var threads = Executors.newFixedThreadPool(3)) {
            List<Callable<Void>> work = List.of(
                    () -> {
                        signIn(Role.SUPERVISOR);
                        IntStream.range(0, 25).forEach(i -> correctIfFresh(session, 52_401 + i));
                        return null;
                    },
                    () -> {
                        signIn(Role.SUPERVISOR);
                        IntStream.range(0, 25).forEach(i -> correctIfFresh(session, 52_501 + i));
                        return null;
                    },
                    () -> {
                        IntStream.range(0, 40).forEach(i -> read(ontimeId(session)));
                        return null;
                    });
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(situation(session)).isEqualTo(Situation.SETTLED));
        assertThat(ontime.session(ontimeId(session)).path("EndMileage").asInt())
                .isEqualTo(now(session).values().endMileage());
    }

    private void correctIfFresh(DriverSession session, int endMileage) {
        var before = now(session);
        corrections.apply(List.of(new SessionCommand.Correct(
                session.id(),
                before.version(),
                before.values()
                        .with(
                                Set.of(SessionField.END_MILEAGE),
                                new SessionValues(null, null, LogInType.UNDEFINED, null, null, null, endMileage)),
                Set.of(SessionField.END_MILEAGE),
                Reason.READING_MISTYPED,
                null)));
    }

    private Situation situation(DriverSession session) {
        return standing.of(List.of(session.id()))
                .getOrDefault(session.id(), DeliveryStanding.Standing.NONE)
                .situation();
    }

    private int corrections(UUID session) {
        return jdbc.sql("""
                        select count(*) from delivery_correction c join delivery d on d.id = c.delivery_id
                        where d.session_id = ?
                        """).param(session).query(Integer.class).single();
    }
}
