package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessiondesk.connection.Errand;
import org.sessiondesk.ontime.OnTimeSettings;
import org.sessiondesk.ontime.ReadAnswer;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.sandbox.Call;
import org.sessiondesk.sandbox.FaultKind;
import org.sessiondesk.session.SessionIntake;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A create that may have arrived is looked for though OnTime's answers can't all be used, and not for ever. */
class LookUpDatabaseTest extends FrozenSender {

    /** As often as a look-up may fail. */
    private static final int LOOKS = 5;

    @Autowired
    private OnTimeSettings settings;

    @Autowired
    private OnTimeIds ids;

    @Autowired
    private LookUpResults lookUps;

    @Test
    void one_record_that_cant_be_read_doesnt_hide_the_one_that_arrived() {
        queue.pause();
        var session = create();
        ontime.fault(FaultKind.ANSWER_LOST, 1, Call.Kind.POST_SESSION);
        unreadable(another(session, Duration.ofHours(3)), "GARBLED");
        queue.resume();
        awaitDeliveries(session, "ACCEPTED FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GARBLED", "SERVER_ERROR"})
    void what_may_be_a_record_that_cant_be_read_is_left_to_a_person_with_those_that_can(String fault) {
        queue.pause();
        var session = create();
        ontime.fault(FaultKind.CUT, 1, Call.Kind.POST_SESSION);
        var readable = another(session, Duration.ofHours(1));
        var unreadable = another(session, Duration.ofHours(3));
        unreadable(unreadable, fault);
        int before = ontime.requests().size();
        queue.resume();
        awaitDeliveries(session, "UNCERTAIN UNREADABLE");

        assertThat(calls(before, Call.Kind.LIST_SESSIONS)).hasSize(LOOKS);
        assertThat(gate.state().unreachable()).as("a quiet site goes on").isNull();
        var candidates = (DeliveryDecisions.Candidates.Found) decisions.candidates(session);
        assertThat(candidates.sessions())
                .singleElement()
                .satisfies(each -> assertThat(each.id()).isEqualTo(readable));
        assertThat(candidates.whole()).isFalse();
        assertThat(decisions.itArrived(session, readable)).isInstanceOf(DeliveryDecisions.Decision.Done.class);
        awaitDeliveries(session, "ACCEPTED PICKED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOT_FOUND", "HTML", "null"})
    void a_list_that_cant_be_used_is_asked_for_a_few_times_and_then_a_person_may_send_again(String fault) {
        queue.pause();
        var session = create();
        ontime.fault(FaultKind.CUT, 1, Call.Kind.POST_SESSION);
        ontime.fault(
                fault.equals("null")
                        ? "{\"kind\":\"BODY\",\"status\":200,\"variant\":\"null\",\"calls\":[\"LIST_SESSIONS\"]}"
                        : "{\"kind\":\"%s\",\"calls\":[\"LIST_SESSIONS\"]}".formatted(fault));
        int before = ontime.requests().size();
        queue.resume();
        awaitDeliveries(session, "UNCERTAIN UNREADABLE");

        assertThat(calls(before, Call.Kind.LIST_SESSIONS)).hasSize(LOOKS);
        assertThat(deliveriesShown.newestOf(session).orElseThrow().line().toDecide())
                .isTrue();
        assertThat(decisions.sendAgain(session)).isInstanceOf(DeliveryDecisions.Decision.Done.class);
        awaitDeliveries(session, "ACCEPTED TAKEN");
    }

    @Test
    void what_nobody_has_decided_on_is_found_by_a_later_look_once_OnTime_can_be_read_again() {
        queue.pause();
        var session = create();
        ontime.fault(FaultKind.ANSWER_LOST, 1, Call.Kind.POST_SESSION);
        ontime.fault("{\"kind\":\"HTML\",\"calls\":[\"LIST_SESSIONS\"]}");
        queue.resume();
        awaitDeliveries(session, "UNCERTAIN UNREADABLE");

        ontime.clearFaults();
        dueNow(session);
        awaitDeliveries(session, "ACCEPTED FOUND");
    }

    @Test
    void one_that_was_not_there_is_found_once_a_reading_comes_upon_it() {
        queue.pause();
        var session = create();
        ontime.fault(FaultKind.CUT, 1, Call.Kind.POST_SESSION);
        queue.resume();
        awaitDeliveries(session, "UNCERTAIN NOT_FOUND");

        var values = sessions.find(session).orElseThrow().values();
        var late = ontime.addSession("""
                {"UserID":"%s","LogInType":"Driver","LogInTime":"%s","LogOutTime":"%s"}
                """.formatted(values.driver(), values.logIn(), values.logOut()));
        readingComesUpon(late);

        awaitDeliveries(session, "ACCEPTED FOUND");
        assertThat(sessions.find(session).orElseThrow().ontimeId()).isEqualTo(late);
        assertThat(ontime.posts(late)).isEmpty();
    }

    @Test
    void looks_that_saw_nothing_for_certain_are_none_of_the_two_that_say_it_never_arrived() {
        queue.pause();
        var session = create();
        ontime.fault(FaultKind.CUT, 1, Call.Kind.POST_SESSION);
        ontime.fault("{\"kind\":\"HTML\",\"calls\":[\"LIST_SESSIONS\"]}");
        queue.resume();
        awaitDeliveries(session, "UNCERTAIN UNREADABLE");

        ontime.clearFaults();
        int before = ontime.requests().size();
        dueNow(session);
        awaitDeliveries(session, "UNCERTAIN NOT_FOUND");
        assertThat(calls(before, Call.Kind.LIST_SESSIONS)).hasSize(2);
    }

    private void readingComesUpon(UUID ontimeId) {
        if (!(client.session(ontimeId) instanceof ReadAnswer.Found<UserSession>(UserSession record))) {
            throw new AssertionError("not there");
        }
        assertThat(intake.take(List.of(new SessionIntake.Read(record, null))).candidates())
                .containsExactly(ontimeId);
    }

    @Test
    void a_list_that_fails_while_all_else_goes_on_keeps_nobody_waiting_for_ever_either() {
        queue.pause();
        var session = create();
        ontime.fault(FaultKind.CUT, 1, Call.Kind.POST_SESSION);
        ontime.faultUntilCleared(FaultKind.SERVER_ERROR, Call.Kind.LIST_SESSIONS);
        queue.resume();
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> {
                    // What somebody else reads.
                    gate.answered(Errand.READING);
                    assertThat(deliveries(session)).containsExactly("UNCERTAIN UNREADABLE");
                });
    }

    @Test
    void an_outage_of_the_whole_site_is_not_held_against_the_look_up() {
        var session = uncertain();
        ontime.faultUntilCleared(FaultKind.SERVER_ERROR, Call.Kind.LIST_SESSIONS);
        halfOpen();
        int before = ontime.requests().size();
        queue.resume();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> calls(before, Call.Kind.LIST_SESSIONS).size() > LOOKS + 1);
        ontime.clearFaults();
        awaitDeliveries(session, "UNCERTAIN NOT_FOUND");
    }

    @Test
    void a_look_up_ends_however_slowly_each_record_is_answered() {
        queue.pause();
        var session = create();
        for (int i = 0; i < 12; i++) {
            another(session, Duration.ofHours(1));
        }
        var now = new AtomicReference<>(Instant.now());
        var lookUp = new CreateLookUp(client, settings, ids, attempts, lookUps, gate, now::get);
        // Each exchange takes almost as long as it may, by that clock.
        var almost = settings.exchangeTimeout().multipliedBy(9).dividedBy(10);
        int before = ontime.requests().size();

        var found = lookUp.search(driver(session), LOG_IN, _ -> now.updateAndGet(at -> at.plus(almost)));

        assertThat(found)
                .isInstanceOfSatisfying(
                        CreateLookUp.Search.Done.class,
                        done -> assertThat(done.incomplete()).isEqualTo(DeliveryReason.UNREADABLE));
        assertThat(calls(before, Call.Kind.GET_SESSION))
                .as("and the list before")
                .hasSize(4);
    }

    @Test
    void between_its_records_a_look_up_stops_for_a_limit_that_somebody_else_met() {
        var session = uncertain();
        for (int i = 0; i < 4; i++) {
            another(session, Duration.ofHours(1));
        }
        holdUp(FaultKind.SLOW_ANSWER, Call.Kind.GET_SESSION);
        int before = ontime.requests().size();
        queue.resume();
        await().pollInterval(Duration.ofMillis(10)).until(() -> readings(session) == 1);
        var until = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.MICROS);
        gate.pause(until);
        ontime.clearFaults();
        awaitDeliveries(session, "UNCERTAIN NOT_FOUND");
        assertThat(calls(before, Call.Kind.GET_SESSION))
                .hasSizeGreaterThan(4)
                .filteredOn(call -> Instant.parse(call.path("at").asString()).isBefore(until.minus(CLOCKS_APART)))
                .as("only the one that was under way")
                .hasSizeLessThanOrEqualTo(1);
    }

    private int readings(UUID session) {
        return jdbc.sql("""
                        select count(*) from delivery_reading r join delivery_attempt a on a.id = r.attempt_id
                        join delivery d on d.id = a.delivery_id where d.session_id = :session
                        """).param("session", session).query(Integer.class).single();
    }

    @Test
    void a_look_up_that_was_the_one_probe_of_an_outage_ends_it() {
        uncertain();
        halfOpen();
        queue.resume();
        await().until(() -> gate.state().unreachable() == null);
    }

    /** A create that may have arrived and didn't, to be looked for; the queue stands still. */
    private UUID uncertain() {
        return frozenCreate().session();
    }

    private void halfOpen() {
        database.sql().sql("""
                        update ontime_gate
                        set failures = 5, failing_since = now(), failing_why = 'no connection', retry_at = now()
                        """).update();
    }

    /** Another session of the driver in OnTime, logged in so much later. */
    private UUID another(UUID session, Duration later) {
        return ontime.addSession("""
                {"UserID":"%s","LogInType":"Driver","LogInTime":"%s"}""".formatted(driver(session), LOG_IN.plus(later)));
    }

    private static void unreadable(UUID ontimeId, String fault) {
        ontime.fault("{\"kind\":\"%s\",\"session\":\"%s\",\"calls\":[\"GET_SESSION\"]}".formatted(fault, ontimeId));
    }

    private UUID driver(UUID session) {
        return Objects.requireNonNull(
                sessions.find(session).orElseThrow().values().driver());
    }

    private static List<JsonNode> calls(int after, Call.Kind kind) {
        return ontime.requests().stream()
                .skip(after)
                .filter(each -> each.path("call").asString().equals(kind.name()))
                .toList();
    }
}
