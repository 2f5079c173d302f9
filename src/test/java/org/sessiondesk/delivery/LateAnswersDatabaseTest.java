package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessiondesk.delivery.AttemptRows.Outcome;
import org.sessiondesk.delivery.DeliveryDecisions.Decision;
import org.sessiondesk.delivery.Verdict.GateSays;
import org.sessiondesk.ontime.Exchange;
import org.sessiondesk.ontime.OnTimeAnswer;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.sandbox.Call;
import org.sessiondesk.sandbox.FaultKind;
import org.sessiondesk.session.CorrectionOutcome;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.SessionCommand;
import org.springframework.beans.factory.annotation.Autowired;

/** A sender stood still, another took over, and the first goes on: what it sends and hears late. */
class LateAnswersDatabaseTest extends FrozenSender {

    @Autowired
    Results results;

    @Autowired
    LookUpResults lookUps;

    @Test
    void what_a_late_one_overwrote_in_OnTime_is_sent_again() {
        var session = aSession();
        var frozen = frozenUpdate(session, 52_401);
        correct(session, 52_402);
        queue.resume();
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        var before = now(session);
        answeredLate(frozen, sendsNow(frozen));
        awaitDeliveries(session.id(), "ACCEPTED TAKEN", "ACCEPTED TAKEN");
        assertThat(endMileagesSent(session)).containsExactly(52_402, 52_401, 52_402);
        assertThat(endMileageInOnTime(session)).isEqualTo(52_402);
        assertThat(now(session).values()).isEqualTo(before.values());
        assertThat(now(session).version()).isEqualTo(before.version());
        assertThat(now(session).lastKnown()).extracting(UserSession::endMileage).isEqualTo(52_402);
        assertThat(trailOfLate(session.id())).isEqualTo(1);
    }

    @Test
    void what_was_overtaken_in_OnTime_too_needs_nothing_sent() {
        var session = aSession();
        var frozen = frozenUpdate(session, 52_401);
        var answer = sendsNow(frozen);
        correct(session, 52_402);
        queue.resume();
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        answeredLate(frozen, answer);
        awaitDeliveries(session.id(), "ACCEPTED TAKEN", "ACCEPTED ALREADY_THERE");
        assertThat(endMileagesSent(session)).containsExactly(52_401, 52_402);
    }

    @Test
    void without_a_usable_answer_it_may_have_overwritten_something_just_the_same() {
        var session = aSession();
        var frozen = frozenUpdate(session, 52_401);
        correct(session, 52_402);
        queue.resume();
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        var answer = sendsNow(frozen);
        answeredLate(
                frozen,
                new Verdict.Again(
                        DeliveryReason.NO_ANSWER,
                        Outcome.UNKNOWN,
                        "the connection was cut",
                        null,
                        new GateSays.Nothing(),
                        answer.exchange()));
        awaitDeliveries(session.id(), "ACCEPTED TAKEN", "ACCEPTED TAKEN");
        assertThat(endMileageInOnTime(session)).isEqualTo(52_402);
    }

    @Test
    void what_still_waits_needs_no_second_delivery() {
        var session = aSession();
        var frozen = frozenUpdate(session, 52_401);
        correct(session, 52_402);
        answeredLate(frozen, sendsNow(frozen));
        queue.resume();
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        assertThat(endMileagesSent(session)).containsExactly(52_401, 52_402);
    }

    @Test
    void while_a_newer_one_is_on_its_way_the_look_comes_after_it() {
        var session = aSession();
        var frozen = frozenUpdate(session, 52_401);
        var answer = sendsNow(frozen);
        correct(session, 52_402);
        holdUp(FaultKind.SLOW, Call.Kind.POST_SESSION);
        queue.resume();
        await().until(() -> deliveries(session.id()).equals(List.of("SENDING SENDING")));
        answeredLate(frozen, answer);
        assertThat(deliveries(session.id())).containsExactly("SENDING SENDING", "WAITING LATE_ANSWER");
        ontime.clearFaults();
        awaitDeliveries(session.id(), "ACCEPTED TAKEN", "ACCEPTED ALREADY_THERE");
        assertThat(endMileagesSent(session)).containsExactly(52_401, 52_402);
    }

    @Test
    void the_look_that_comes_after_a_newer_one_takes_no_change_in_OnTime_for_granted() {
        var session = aSession();
        var frozen = frozenUpdate(session, 52_401);
        ontime.change(ontimeId(session), "{\"StartMileage\": 52300}");
        read(ontimeId(session));
        holdUp(FaultKind.SLOW, Call.Kind.GET_SESSION);
        queue.resume();
        await().until(() -> deliveries(session.id()).equals(List.of("SENDING SENDING")));
        answeredLate(frozen, noAnswer(frozen));
        ontime.clearFaults();

        awaitDeliveries(session.id(), "WITHDRAWN REPLACED", "CONFLICT CHANGED_IN_ONTIME");
        assertThat(ontime.posts(ontimeId(session))).isEmpty();
    }

    @Test
    void what_somebody_changed_in_OnTime_after_it_is_a_conflict() {
        var session = aSession();
        var frozen = frozenUpdate(session, 52_401);
        correct(session, 52_402);
        queue.resume();
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        var answer = sendsNow(frozen);
        ontime.change(ontimeId(session), "{\"StartMileage\": 52300}");
        answeredLate(frozen, answer);
        awaitDeliveries(session.id(), "ACCEPTED TAKEN", "CONFLICT CHANGED_IN_ONTIME");
    }

    @Test
    void what_a_person_then_chooses_in_a_conflict_is_written_over_it() {
        var session = aSession();
        var frozen = frozenUpdate(session, 52_401);
        ontime.change(ontimeId(session), "{\"StartMileage\": 52300}");
        queue.resume();
        awaitDeliveries(session.id(), "CONFLICT CHANGED_IN_ONTIME");
        answeredLate(frozen, sendsNow(frozen));
        assertThat(deliveries(session.id())).containsExactly("CONFLICT CHANGED_IN_ONTIME");
        assertThat(ontime.session(ontimeId(session)).path("StartMileage").asInt())
                .isEqualTo(52_310);
        assertThat(corrections.apply(List.of(new SessionCommand.Withdraw(
                        session.id(), now(session).version(), newest(session).ontime()))))
                .hasOnlyElementsOfType(CorrectionOutcome.Saved.class);
        awaitDeliveries(session.id(), "WITHDRAWN REPLACED", "ACCEPTED TAKEN");
        assertThat(ontime.session(ontimeId(session)).path("StartMileage").asInt())
                .isEqualTo(52_300);
        assertThat(endMileageInOnTime(session)).isEqualTo(52_398);
    }

    @Test
    void an_answer_later_than_the_reading_that_found_what_was_sent_needs_nothing_more() {
        var session = aSession();
        var frozen = frozenUpdate(session, 52_401);
        correct(session, 52_402);
        queue.resume();
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        var answer = sendsNow(frozen);
        correct(session, 52_403);
        awaitDeliveries(session.id(), "ACCEPTED TAKEN", "ACCEPTED TAKEN");
        answeredLate(frozen, answer);
        awaitDeliveries(session.id(), "ACCEPTED TAKEN", "ACCEPTED TAKEN", "ACCEPTED ALREADY_THERE");
        assertThat(endMileagesSent(session)).containsExactly(52_402, 52_401, 52_403);
    }

    @Test
    void a_late_refusal_changes_nothing() {
        var session = aSession();
        var frozen = frozenUpdate(session, 52_401);
        correct(session, 52_402);
        queue.resume();
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        answeredLate(
                frozen,
                new Verdict.Refused(
                        DeliveryReason.REFUSED, "no", sendsNow(frozen).exchange()));
        assertThat(deliveries(session.id())).containsExactly("ACCEPTED TAKEN");
        assertThat(trailOfLate(session.id())).isZero();
    }

    @Test
    void right_before_sending_the_number_is_checked_and_an_outdated_one_sends_nothing() {
        var session = aSession();
        var frozen = frozenUpdate(session, 52_401);
        assertThat(client.post(
                        body(frozen),
                        frozen.ontimeId(),
                        () -> attempts.standing(frozen).newest()))
                .isInstanceOf(OnTimeAnswer.Superseded.class);
        assertThat(ontime.posts(ontimeId(session))).isEmpty();
    }

    @Test
    void who_was_overtaken_while_reading_sends_nothing() {
        var session = aSession();
        holdUp(FaultKind.SLOW, Call.Kind.GET_SESSION);
        correct(session, 52_401);
        await().until(() -> deliveries(session.id()).equals(List.of("SENDING SENDING")));
        assertThat(attempts.begin(session.id())).isInstanceOf(Work.LookAgain.class);
        ontime.clearFaults();
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        assertThat(outcomes(session.id())).containsExactly("NOT_SENT", "ACCEPTED");
        assertThat(ontime.posts(ontimeId(session))).hasSize(1);
    }

    @Test
    void a_create_that_arrived_late_gives_the_session_its_ID_before_another_leaves() {
        var frozen = frozenCreate();
        var session = aPersonSendsAgain(frozen);
        correct(session, 52_402);
        var id = answeredLate(frozen, sendsNow(frozen));
        assertThat(now(session).ontimeId()).isEqualTo(id);
        queue.resume();
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        assertThat(recordsOf(session)).containsExactly(id);
        assertThat(endMileageInOnTime(now(session))).isEqualTo(52_402);
    }

    @Test
    void a_create_that_arrived_late_while_another_is_on_its_way_is_found_if_that_one_fails() {
        var frozen = frozenCreate();
        var session = aPersonSendsAgain(frozen);
        var second = ((Work.Send) attempts.begin(session.id())).attempt();
        attempts.freeze(second, body(second));
        var id = answeredLate(frozen, sendsNow(frozen));
        assertThat(now(session).ontimeId()).isNull();
        results.write(
                second,
                new Verdict.Again(
                        DeliveryReason.TRY_LATER, Outcome.TRY_LATER, "down", null, new GateSays.Nothing(), null));
        assertThat(deliveries(session.id())).containsExactly("UNCERTAIN LOOKING");
        queue.resume();
        awaitDeliveries(session.id(), "ACCEPTED FOUND");
        assertThat(recordsOf(session)).containsExactly(id);
        assertThat(newest(session).line().duplicates())
                .as("it is the session's own")
                .isEmpty();
    }

    @Test
    void a_create_found_after_it_was_corrected_gets_the_correction_too() {
        var frozen = frozenCreate();
        var session = aPersonSendsAgain(frozen);
        var second = ((Work.Send) attempts.begin(session.id())).attempt();
        attempts.freeze(second, body(second));
        var id = answeredLate(frozen, sendsNow(frozen));
        correct(session, 52_402);
        results.write(
                second,
                new Verdict.Again(
                        DeliveryReason.TRY_LATER, Outcome.TRY_LATER, "down", null, new GateSays.Nothing(), null));
        queue.resume();
        awaitDeliveries(session.id(), "ACCEPTED FOUND", "ACCEPTED TAKEN");
        assertThat(recordsOf(session)).containsExactly(id);
        assertThat(endMileageInOnTime(now(session))).isEqualTo(52_402);
    }

    @Test
    void what_nobody_answered_late_may_land_after_the_look_that_followed() {
        var session = aSession();
        var frozen = frozenUpdate(session, 52_401);
        correct(session, 52_402);
        queue.resume();
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        answeredLate(frozen, noAnswer(frozen));
        awaitDeliveries(session.id(), "ACCEPTED TAKEN", "ACCEPTED ALREADY_THERE");
        sendsNow(frozen);
        read(ontimeId(session));
        awaitDeliveries(session.id(), "ACCEPTED TAKEN", "ACCEPTED ALREADY_THERE", "ACCEPTED TAKEN");
        assertThat(endMileageInOnTime(session)).isEqualTo(52_402);
        assertThat(now(session).values().endMileage()).isEqualTo(52_402);
    }

    @Test
    void a_look_that_was_frozen_says_nothing_about_a_later_try() {
        var first = frozenCreate();
        var session = aPersonSendsAgain(first);
        var second = ((Work.Send) attempts.begin(session.id())).attempt();
        attempts.freeze(second, body(second));
        results.write(second, new Verdict.Doubtful("cut", false, exchange(second)));
        var driver = Objects.requireNonNull(session.values().driver());
        var frozenLook = new Work.Find(first.delivery(), session.id(), first.id(), driver, LOG_IN, null);
        lookUps.lookedUp(frozenLook, List.of(), null);
        lookUps.lookedUp(frozenLook, List.of(), null);
        assertThat(deliveries(session.id())).containsExactly("UNCERTAIN LOOKING");
        lookUps.lookLater(frozenLook, Instant.parse("2100-01-01T00:00:00Z"), new GateSays.Nothing());
        assertThat(newest(session).line().nextAt()).isBefore("2099-01-01T00:00:00Z");
    }

    @Test
    void a_create_that_arrived_late_after_another_is_shown_as_a_duplicate_until_a_person_has_looked() {
        var frozen = frozenCreate();
        var session = aPersonSendsAgain(frozen);
        queue.resume();
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        var own = now(session).ontimeId();
        var other = answeredLate(frozen, sendsNow(frozen));
        assertThat(now(session).ontimeId()).isEqualTo(own).isNotEqualTo(other);
        assertThat(deliveries(session.id())).containsExactly("ACCEPTED TAKEN");
        correct(session, 52_402);
        awaitDeliveries(session.id(), "ACCEPTED TAKEN", "ACCEPTED TAKEN");
        assertThat(newest(session).line().duplicates()).containsExactly(other);
        assertThat(decisions.duplicateSettled(session.id(), other)).isInstanceOf(Decision.Done.class);
        assertThat(newest(session).line().duplicates()).isEmpty();
        assertThat(decisions.duplicateSettled(session.id(), other)).isInstanceOf(Decision.TooLate.class);
    }

    @Test
    void of_several_that_arrived_late_each_is_shown_until_a_person_has_looked() {
        var first = frozenCreate();
        var session = aPersonSendsAgain(first);
        var second = frozen(session.id());
        aPersonSendsAgain(second);
        queue.resume();
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        var others = List.of(answeredLate(first, sendsNow(first)), answeredLate(second, sendsNow(second)));
        assertThat(newest(session).line().duplicates()).containsExactlyElementsOf(others);
        assertThat(decisions.duplicateSettled(session.id(), others.getFirst())).isInstanceOf(Decision.Done.class);
        assertThat(newest(session).line().duplicates()).containsExactly(others.getLast());
        assertThat(decisions.duplicateSettled(session.id(), others.getLast())).isInstanceOf(Decision.Done.class);
        assertThat(newest(session).line().duplicates()).isEmpty();
    }

    @Test
    void a_create_that_arrived_late_while_another_is_looked_for_is_among_what_is_found() {
        var frozen = frozenCreate();
        var session = aPersonSendsAgain(frozen);
        ontime.fault(FaultKind.SERVER_ERROR, 1, Call.Kind.POST_SESSION);
        queue.resume();
        awaitDeliveries(session.id(), "UNCERTAIN NOT_FOUND");
        var id = answeredLate(frozen, sendsNow(frozen));
        awaitDeliveries(session.id(), "ACCEPTED FOUND");
        assertThat(recordsOf(session)).containsExactly(id);
    }

    /** It was looked for twice and is not there; a person says so, and the queue stands still again. */
    private DriverSession aPersonSendsAgain(Attempt frozen) {
        queue.resume();
        awaitDeliveries(frozen.session(), "UNCERTAIN NOT_FOUND");
        queue.pause();
        assertThat(decisions.sendAgain(frozen.session())).isInstanceOf(Decision.Done.class);
        return sessions.find(frozen.session()).orElseThrow();
    }

    private UUID answeredLate(Attempt frozen, OnTimeAnswer.Accepted answer) {
        answeredLate(frozen, new Verdict.Taken(DeliveryReason.TAKEN, answer.remote(), null, answer.exchange()));
        return Objects.requireNonNull(answer.remote().id());
    }

    private Verdict noAnswer(Attempt attempt) {
        return new Verdict.Again(
                DeliveryReason.NO_ANSWER, Outcome.UNKNOWN, "cut", null, new GateSays.Nothing(), exchange(attempt));
    }

    private Exchange exchange(Attempt attempt) {
        return new Exchange("POST", "/", null, body(attempt), "", Instant.now(), Duration.ZERO);
    }

    private void answeredLate(Attempt frozen, Verdict verdict) {
        results.write(frozen, verdict);
    }

    private List<UUID> recordsOf(DriverSession session) {
        var driver = String.valueOf(session.values().driver());
        return ontime.sessions().stream()
                .filter(each -> each.path("UserID").asString().equals(driver))
                .map(each -> UUID.fromString(each.path("ID").asString()))
                .toList();
    }
}
