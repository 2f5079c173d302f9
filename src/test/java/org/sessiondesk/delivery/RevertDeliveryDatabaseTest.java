package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessiondesk.sandbox.Call;
import org.sessiondesk.sandbox.FaultKind;
import org.sessiondesk.session.CorrectionOutcome.Saved;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.SessionCommand;
import tools.jackson.databind.json.JsonMapper;

/** A revert goes to OnTime as any other correction. */
class RevertDeliveryDatabaseTest extends DeliveryDesk {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void the_former_value_is_sent_with_all_fields_as_OnTime_had_them() {
        var session = aSession();
        var before = ontime.session(ontimeId(session));
        correct(session, 52_401);
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");

        revertNewest(session);

        awaitDeliveries(session.id(), "ACCEPTED TAKEN", "ACCEPTED TAKEN");
        var posts = ontime.posts(ontimeId(session));
        assertThat(posts).hasSize(2);
        var sent = JSON.readTree(posts.getLast().path("body").asString());
        assertThat(sent.path("EndMileage").asInt()).isEqualTo(52_398);
        assertThat(List.copyOf(sent.propertyNames())).containsAll(before.propertyNames());
        for (var name : List.of("ID", "UserID", "Vehicle", "LogInType", "LogInTime", "LogOutTime", "StartMileage")) {
            assertThat(sent.path(name)).as(name).isEqualTo(before.path(name));
        }
        assertThat(ontime.session(ontimeId(session)).path("EndMileage").asInt()).isEqualTo(52_398);
        assertThat(now(session).edited()).isFalse();
        assertThat(read(ontimeId(session)).version()).isEqualTo(session.version() + 2);
    }

    @Test
    void one_made_while_the_correction_is_on_its_way_goes_after_it() {
        var session = aSession();
        holdUp(FaultKind.SLOW_ANSWER, Call.Kind.POST_SESSION);
        correct(session, 52_401);
        await().until(() -> deliveries(session.id()).equals(List.of("SENDING SENDING")));

        revertNewest(session);
        ontime.clearFaults();

        awaitDeliveries(session.id(), "ACCEPTED TAKEN", "ACCEPTED TAKEN");
        assertThat(ontime.session(ontimeId(session)).path("EndMileage").asInt()).isEqualTo(52_398);
    }

    private void revertNewest(DriverSession session) {
        var newest = jdbc.sql("select id from correction where session_id = ? order by corrected_at desc limit 1")
                .param(session.id())
                .query(UUID.class)
                .single();
        assertThat(corrections.apply(List.of(
                        new SessionCommand.Revert(session.id(), now(session).version(), newest))))
                .hasOnlyElementsOfType(Saved.class);
    }
}
