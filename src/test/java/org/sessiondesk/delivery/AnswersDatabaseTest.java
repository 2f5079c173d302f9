package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.sandbox.Call;
import org.sessiondesk.sandbox.FaultKind;

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
}
