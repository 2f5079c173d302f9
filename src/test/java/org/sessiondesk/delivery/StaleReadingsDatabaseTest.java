package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sessiondesk.ontime.ReadAnswer;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.sandbox.Call;
import org.sessiondesk.sandbox.FaultKind;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.SessionIntake;

/** A reading and an attempt run side by side, and the reading's record is the older one when it is taken in. */
class StaleReadingsDatabaseTest extends DeliveryDesk {

    @Test
    void one_that_began_while_a_correction_was_sent_does_not_undo_it_after_it_was_accepted() {
        var session = aSession();
        holdUp(FaultKind.SLOW_ANSWER, Call.Kind.GET_SESSION);
        correct(session, 52_401);
        awaitSending(session);
        var old = asked(session);
        assertThat(old.record().endMileage()).isEqualTo(52_398);
        ontime.clearFaults();
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");

        var report = intake.take(List.of(old));

        assertThat(report.dropped()).containsExactly(ontimeId(session));
        assertThat(now(session).values().endMileage()).isEqualTo(52_401);
        assertThat(Objects.requireNonNull(now(session).lastKnown()).endMileage())
                .isEqualTo(52_401);
        assertThat(read(ontimeId(session)).values().endMileage()).isEqualTo(52_401);
    }

    @Test
    void one_that_began_while_a_correction_was_sent_does_not_hide_what_the_conflict_is_about() {
        var session = aSession();
        holdUp(FaultKind.SLOW, Call.Kind.GET_SESSION);
        correct(session, 52_401);
        awaitSending(session);
        var old = asked(session);
        ontime.change(ontimeId(session), "{\"StartMileage\": 52300}");
        ontime.clearFaults();
        awaitDeliveries(session.id(), "CONFLICT CHANGED_IN_ONTIME");

        var report = intake.take(List.of(old));

        assertThat(report.dropped()).containsExactly(ontimeId(session));
        assertThat(Objects.requireNonNull(newest(session).ontime()).startMileage())
                .isEqualTo(52_300);
    }

    private void awaitSending(DriverSession session) {
        // Once it has struck, the attempt's own reading is the one that waits.
        await().until(() -> deliveries(session.id()).equals(List.of("SENDING SENDING"))
                && ontime.faults().isEmpty());
    }

    /** What a reading has in hand: how the session stood before its request, and OnTime's record of that moment. */
    private SessionIntake.Read asked(DriverSession session) {
        var seen = intake.seen(List.of(ontimeId(session))).get(ontimeId(session));
        return switch (client.session(ontimeId(session))) {
            case ReadAnswer.Found<UserSession>(UserSession record) -> new SessionIntake.Read(record, seen);
            case ReadAnswer<UserSession> other -> throw new AssertionError(other);
        };
    }
}
