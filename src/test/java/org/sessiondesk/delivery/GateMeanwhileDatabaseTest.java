package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sessiondesk.connection.Errand;
import org.sessiondesk.ontime.NotAuthorisedWhy;
import org.sessiondesk.sandbox.Call;
import org.sessiondesk.sandbox.FaultKind;
import org.sessiondesk.session.DriverSession;

/** What somebody else met between an update's reading and its sending counts for it, too. */
class GateMeanwhileDatabaseTest extends DeliveryDesk {

    @Test
    void nothing_leaves_after_a_limit_that_another_one_met_while_the_record_was_read() {
        var session = beingRead();
        var until = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MICROS);
        gate.pause(until);
        ontime.clearFaults();
        awaitDeliveries(session.id(), "WAITING LIMIT_REACHED");
        assertThat(newest(session).line().nextAt()).isEqualTo(until);
        assertThat(ontime.posts(ontimeId(session))).isEmpty();

        database.sql()
                .sql("update ontime_gate set paused_until = clock_timestamp()")
                .update();
        dueNow(session.id());
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        assertThat(outcomes(session.id())).containsExactly("NOT_SENT", "ACCEPTED");
        assertThat(ontime.posts(ontimeId(session))).hasSize(1);
    }

    @Test
    void nothing_leaves_once_the_gate_is_closed_and_at_the_opening_it_goes_at_once() {
        var session = beingRead();
        gate.close(Errand.SENDING, NotAuthorisedWhy.NOT_PERMITTED, "no");
        ontime.clearFaults();
        awaitDeliveries(session.id(), "WAITING NOT_AUTHORISED");
        assertThat(ontime.posts(ontimeId(session))).isEmpty();
        gate.tryNow();
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        assertThat(outcomes(session.id())).containsExactly("NOT_SENT", "ACCEPTED");
        assertThat(gate.state().closed()).isNull();
    }

    @Test
    void a_reading_before_an_update_that_brought_only_garble_ends_an_outage() {
        queue.pause();
        var session = aSession();
        correct(session, 52_401);
        ontime.faultUntilCleared(FaultKind.GARBLED, Call.Kind.GET_SESSION);
        database.sql().sql("""
                        update ontime_gate
                        set failures = 5, failing_since = now(), failing_why = 'no connection', retry_at = now()
                        """).update();
        queue.resume();
        await().until(() -> gate.state().unreachable() == null);
        assertThat(outcomes(session.id())).isNotEmpty().isSubsetOf("TRY_LATER", "OPEN");
    }

    /** Its correction is on its way, and the record that is read before it comes once the faults are cleared. */
    private DriverSession beingRead() {
        var session = aSession();
        holdUp(FaultKind.SLOW_ANSWER, Call.Kind.GET_SESSION);
        correct(session, 52_401);
        await().pollInterval(Duration.ofMillis(10))
                .until(() -> outcomes(session.id()).equals(List.of("OPEN")));
        return session;
    }
}
