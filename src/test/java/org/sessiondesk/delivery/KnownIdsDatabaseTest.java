package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessiondesk.sandbox.Call;
import org.sessiondesk.sandbox.FaultKind;
import org.sessiondesk.session.DriverSession;
import tools.jackson.databind.JsonNode;

/** A create is answered with an ID that a session here has already, which nobody touched. */
class KnownIdsDatabaseTest extends DeliveryDesk {

    @Test
    void a_create_answered_with_the_ID_of_another_drivers_session_leaves_that_alone() {
        var known = aSession();
        ontime.fault("""
                {"kind":"OTHER_ID","times":1,"variant":"%s","calls":["POST_SESSION"]}""".formatted(ontimeId(known)));

        var session = create();

        awaitDeliveries(session, "ACCEPTED FOUND");
        assertThat(outcomes(session)).containsExactly("UNKNOWN");
        assertThat(now(known)).isEqualTo(known);
        assertThat(created(session).ontimeId()).isNotEqualTo(known.ontimeId());
        assertThat(joined(known.id())).isZero();
    }

    @Test
    void what_a_reading_had_taken_in_of_the_create_gives_way_and_the_trail_says_so() {
        holdUp(FaultKind.SLOW_ANSWER, Call.Kind.POST_SESSION);
        var session = create();
        await().until(() -> inOnTime(session).isPresent());
        var id = inOnTime(session).orElseThrow();
        // With another fraction no reading knows it for the create.
        ontime.change(id, "{\"LogInTime\":\"2026-06-02T13:58:00.5Z\"}");
        var read = read(id);
        assertThat(read.id()).isNotEqualTo(session);
        ontime.clearFaults();

        awaitDeliveries(session, "ACCEPTED TAKEN");

        assertThat(created(session).ontimeId()).isEqualTo(id);
        assertThat(now(read).discarded()).isTrue();
        assertThat(joined(read.id())).isEqualTo(1);
        assertThat(joined(session)).isEqualTo(1);
    }

    private DriverSession created(UUID session) {
        return sessions.find(session).orElseThrow();
    }

    private Optional<UUID> inOnTime(UUID session) {
        var driver = String.valueOf(created(session).values().driver());
        return ontime.sessions().stream()
                .filter(each -> each.path("UserID").asString().equals(driver))
                .map(KnownIdsDatabaseTest::id)
                .findFirst();
    }

    private static UUID id(JsonNode record) {
        return UUID.fromString(record.path("ID").asString());
    }

    private int joined(UUID session) {
        return jdbc.sql("""
                        select count(*) from audit_entry join audit_subject using (position)
                        where action = 'session.joined' and kind = 'session' and id = ?
                        """).param(session.toString()).query(Integer.class).single();
    }
}
