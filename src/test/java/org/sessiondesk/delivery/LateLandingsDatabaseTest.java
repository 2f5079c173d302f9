package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sessiondesk.sandbox.Call;
import org.sessiondesk.sandbox.FaultKind;
import org.sessiondesk.session.DriverSession;

/** What a sender wrote into OnTime after newer values, and died before it could tell. */
class LateLandingsDatabaseTest extends FrozenSender {

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
