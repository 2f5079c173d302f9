package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.delivery.AttemptRows.Outcome;
import org.sessiondesk.delivery.Verdict.GateSays;
import org.sessiondesk.ontime.Exchange;
import org.sessiondesk.ontime.ReadAnswer;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.sandbox.Call;
import org.sessiondesk.sandbox.FaultKind;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.SessionIntake;
import org.springframework.beans.factory.annotation.Autowired;

/** What a sender wrote into OnTime after newer values, and died before it could tell. */
class LateLandingsDatabaseTest extends FrozenSender {

    @Autowired
    Results results;

    @Test
    void old_values_of_ours_that_a_reading_finds_are_no_change_of_OnTimes_and_the_newest_are_sent_again() {
        var session = landedAfterNewer();
        var before = now(session);
        read(ontimeId(session));
        awaitDeliveries(session.id(), "ACCEPTED TAKEN", "ACCEPTED TAKEN");
        assertThat(endMileagesSent(session)).containsExactly(52_402, 52_401, 52_402);
        assertThat(now(session).values()).isEqualTo(before.values());
        assertThat(now(session).version()).isEqualTo(before.version());
        assertThat(trailOfLate(session.id())).isEqualTo(1);
        assertThat(changesOfOnTime(session)).isZero();
    }

    @Test
    void found_before_the_next_update_they_are_no_conflict() {
        var session = landedAfterNewer();
        correct(session, 52_403);
        awaitDeliveries(session.id(), "ACCEPTED TAKEN", "ACCEPTED TAKEN");
        assertThat(endMileageInOnTime(session)).isEqualTo(52_403);
        assertThat(trailOfLate(session.id())).isEqualTo(1);
    }

    @Test
    void found_while_a_correction_waits_they_are_no_change_of_OnTimes() {
        var session = landedAfterNewer();
        queue.pause();
        correct(session, 52_403);
        read(ontimeId(session));
        assertThat(changesOfOnTime(session)).isZero();
        queue.resume();
        awaitDeliveries(session.id(), "ACCEPTED TAKEN", "ACCEPTED TAKEN");
        assertThat(endMileageInOnTime(session)).isEqualTo(52_403);
    }

    @Test
    void whoever_sets_them_in_OnTime_once_more_means_it() {
        var session = landedAfterNewer();
        read(ontimeId(session));
        awaitDeliveries(session.id(), "ACCEPTED TAKEN", "ACCEPTED TAKEN");
        setInOnTime(session, 52_401);
        assertThat(now(session).values().endMileage()).isEqualTo(52_401);
        assertThat(changesOfOnTime(session)).isEqualTo(1);
    }

    @Test
    void what_OnTime_failed_at_by_its_own_words_may_land_too_and_explains_itself_once() {
        var session = aSession();
        ontime.fault(FaultKind.SERVER_ERROR, 3, Call.Kind.POST_SESSION);
        correct(session, 52_401);
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        correct(session, 52_402);
        awaitDeliveries(session.id(), "ACCEPTED TAKEN", "ACCEPTED TAKEN");
        setInOnTime(session, 52_401);
        awaitDeliveries(session.id(), "ACCEPTED TAKEN", "ACCEPTED TAKEN", "ACCEPTED TAKEN");
        assertThat(endMileageInOnTime(session)).isEqualTo(52_402);
        assertThat(changesOfOnTime(session)).isZero();
        setInOnTime(session, 52_401);
        assertThat(now(session).values().endMileage()).isEqualTo(52_401);
    }

    @Test
    void they_are_known_behind_many_tries_with_newer_values() {
        var session = aSession();
        queue.pause();
        correct(session, 52_401);
        var first = ((Work.Send) attempts.begin(session.id())).attempt();
        attempts.freeze(first, body(first));
        results.write(first, failedAt(first));
        correct(session, 52_402);
        triedAgain(first, 25);
        sendsNow(first);
        queue.resume();
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        assertThat(endMileageInOnTime(session)).isEqualTo(52_402);
    }

    private Verdict failedAt(Attempt attempt) {
        var exchange = new Exchange("POST", "/", 503, body(attempt), "", Instant.now(), Duration.ZERO);
        return new Verdict.Again(
                DeliveryReason.TRY_LATER, Outcome.TRY_LATER, "down", null, new GateSays.Nothing(), exchange);
    }

    /** So many more tries with the values that came after. */
    private void triedAgain(Attempt first, int times) {
        database.sql().sql("""
                        insert into delivery_attempt (delivery_id, n, session_version, instance, started_at, sent_at,
                                                      request_text, finished_at, outcome, status)
                        select delivery_id, n + i, session_version + 1, instance, started_at, sent_at,
                               replace(request_text, '52401', '52402'), finished_at, outcome, status
                        from delivery_attempt, generate_series(1, :times) i where id = :first
                        """).param("times", times).param("first", first.id()).update();
        database.sql()
                .sql("update delivery set attempts = attempts + :times where id = :delivery")
                .param("times", times)
                .param("delivery", first.delivery())
                .update();
    }

    @Test
    void a_file_that_has_them_is_taken_at_its_word() {
        var session = landedAfterNewer();
        var seen = intake.seen(List.of(ontimeId(session))).get(ontimeId(session));
        if (client.session(ontimeId(session)) instanceof ReadAnswer.Found<UserSession>(UserSession record)) {
            intake.take(
                    List.of(new SessionIntake.Read(record, seen)),
                    Fact.of("session.read", Actor.person(UUID.randomUUID())));
        }
        assertThat(now(session).values().endMileage()).isEqualTo(52_401);
        assertThat(trailOfLate(session.id())).isZero();
    }

    @Test
    void old_values_whose_arrival_is_known_are_OnTimes_when_they_come_back() {
        var session = aSession();
        ontime.fault(FaultKind.ANSWER_LOST, 1, Call.Kind.POST_SESSION);
        correct(session, 52_401);
        awaitDeliveries(session.id(), "ACCEPTED ARRIVED_EARLIER");
        correct(session, 52_402);
        awaitDeliveries(session.id(), "ACCEPTED ARRIVED_EARLIER", "ACCEPTED TAKEN");
        setInOnTime(session, 52_401);
        assertThat(now(session).values().endMileage()).isEqualTo(52_401);
        assertThat(deliveries(session.id())).hasSize(2);
    }

    @Test
    void old_values_that_were_read_before_newer_ones_left_are_OnTimes_when_they_come_back() {
        var session = aSession();
        sendsNow(frozenUpdate(session, 52_401));
        correct(session, 52_402);
        queue.resume();
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        assertThat(endMileageInOnTime(session)).isEqualTo(52_402);
        setInOnTime(session, 52_401);
        assertThat(now(session).values().endMileage()).isEqualTo(52_401);
        assertThat(changesOfOnTime(session)).isEqualTo(1);
        assertThat(deliveries(session.id())).hasSize(1);
    }

    @Test
    void so_are_those_that_a_later_correction_wanted_again() {
        var session = aSession();
        sendsNow(frozenUpdate(session, 52_401));
        correct(session, 52_402);
        correct(session, 52_401);
        queue.resume();
        awaitDeliveries(session.id(), "ACCEPTED ARRIVED_EARLIER");
        correct(session, 52_403);
        awaitDeliveries(session.id(), "ACCEPTED ARRIVED_EARLIER", "ACCEPTED TAKEN");
        setInOnTime(session, 52_401);
        assertThat(now(session).values().endMileage()).isEqualTo(52_401);
        assertThat(deliveries(session.id())).hasSize(2);
    }

    @Test
    void anything_else_is_OnTimes() {
        var session = landedAfterNewer();
        ontime.change(ontimeId(session), "{\"StartMileage\": 52300}");
        read(ontimeId(session));
        assertThat(now(session).values().startMileage()).isEqualTo(52_300);
        assertThat(deliveries(session.id())).hasSize(1);
    }

    /** 52,401 stands in OnTime, written after 52,402 was taken there; nobody here has heard of it. */
    private DriverSession landedAfterNewer() {
        var session = aSession();
        var frozen = frozenUpdate(session, 52_401);
        correct(session, 52_402);
        queue.resume();
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        sendsNow(frozen);
        assertThat(endMileageInOnTime(session)).isEqualTo(52_401);
        return session;
    }

    private void setInOnTime(DriverSession session, int endMileage) {
        ontime.change(ontimeId(session), "{\"EndMileage\": %d}".formatted(endMileage));
        read(ontimeId(session));
    }

    /** Entries of the trail that say so, without the first reading. */
    private int changesOfOnTime(DriverSession session) {
        return jdbc.sql("""
                        select count(*) - 1 from audit_entry join audit_subject using (position)
                        where action = 'session.read' and kind = 'session' and id = ?
                        """).param(session.id().toString()).query(Integer.class).single();
    }
}
