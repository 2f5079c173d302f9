package org.sessiondesk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessiondesk.connection.OnTimeConnection;
import org.sessiondesk.ontime.OnTimeClient;
import org.sessiondesk.ontime.RequestPace;
import org.sessiondesk.sandbox.Call;
import org.sessiondesk.sandbox.FaultKind;
import org.sessiondesk.session.SessionIntake;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

class ReadNowDatabaseTest extends ReadingBench {

    @Autowired
    private ReadNow door;

    @Autowired
    private OnTimeConnection connection;

    @Autowired
    private Caller caller;

    @Autowired
    private Batch batches;

    @Autowired
    private OnTimeClient client;

    @Autowired
    private SessionIntake intake;

    @Autowired
    private ReadingQueue queue;

    @Autowired
    private ReadingLedger ledger;

    @Autowired
    private ReadingLoop loop;

    @Autowired
    private ReadingNews news;

    @Test
    void an_opened_session_is_read_at_once_and_shows_what_ontime_has_now() throws InterruptedException {
        var id = session(Duration.ofHours(5));
        readAll();
        onTime.change(id, "{\"EndMileage\":52777}");
        clock.forward(Duration.ofMinutes(1));

        var calls = callsOf(() -> readNow(id, 1));

        assertThat(sessionCalls(calls)).containsExactly(id);
        assertThat(sessions.findByOntimeId(id).orElseThrow().values().endMileage())
                .isEqualTo(52_777);
    }

    @Test
    void within_half_a_minute_of_a_reading_it_is_not_read_again() throws InterruptedException {
        var id = session(Duration.ofHours(5));
        readAll();
        clock.forward(Duration.ofSeconds(29));

        assertThat(callsOf(() -> readNow(id, 1))).isEmpty();

        clock.forward(Duration.ofSeconds(2));
        assertThat(callsOf(() -> readNow(id, 1))).hasSize(1);
    }

    @Test
    void one_that_is_being_read_is_not_asked_for_twice() throws InterruptedException {
        var id = session(Duration.ofHours(5));
        readAll();
        clock.forward(Duration.ofMinutes(1));
        onTime.fault("{\"kind\":\"SLOW\",\"seconds\":1,\"calls\":[\"GET_SESSION\"]}");

        assertThat(callsOf(() -> readNow(id, 5))).hasSize(1);
    }

    @Test
    void with_the_key_refused_nothing_is_asked_until_somebody_says_read_now() throws InterruptedException {
        var id = session(Duration.ofHours(5));
        readAll();
        clock.forward(Duration.ofMinutes(6));
        onTime.faultUntilCleared(FaultKind.UNAUTHORISED);
        round.step();
        onTime.clearFaults();

        assertThat(callsOf(() -> readNow(id, 1))).isEmpty();
        assertThat(readings.state().waiting())
                .extracting(ReadingState.Wait::reason)
                .isEqualTo(ReadingState.WaitReason.KEY);

        connection.tryNow();
        assertThat(callsOf(() -> readNow(id, 1))).hasSize(1);
        assertThat(readings.state().waiting()).isNull();
    }

    @Test
    void of_many_that_wait_for_their_turn_none_leaves_after_the_first_429() throws InterruptedException {
        assertThat(callsOfFiveClicks("{\"kind\":\"LIMIT_REACHED\",\"variant\":\"retry-after\"}"))
                .isBetween(1, 4);
    }

    @Test
    void nor_after_the_key_was_refused() throws InterruptedException {
        assertThat(callsOfFiveClicks("{\"kind\":\"UNAUTHORISED\"}")).isBetween(1, 4);
    }

    @Test
    void a_kind_that_our_key_may_not_read_is_left_alone() throws InterruptedException {
        var id = session(Duration.ofHours(5));
        readAll();
        clock.forward(Duration.ofMinutes(6));
        onTime.faultUntilCleared(FaultKind.FORBIDDEN, Call.Kind.LIST_SESSIONS);
        round.step();

        assertThat(readings.state().stops()).isNotEmpty();
        assertThat(callsOf(() -> readNow(id, 1))).isEmpty();
    }

    @Test
    void read_now_brings_the_next_list_at_once_and_tries_anew_what_was_refused() throws InterruptedException {
        readAll();
        clock.forward(Duration.ofMinutes(6));
        onTime.faultUntilCleared(FaultKind.UNAUTHORISED);
        round.step();
        onTime.clearFaults();
        var fresh = session(Duration.ofMinutes(2));
        clock.forward(Duration.ofSeconds(1));
        readAll();
        assertThat(sessions.findByOntimeId(fresh)).isEmpty();

        reading().readAllNow();
        readAll();

        assertThat(sessions.findByOntimeId(fresh)).isPresent();
    }

    @Test
    @WithMockUser(roles = {"PAYROLL", "AUDITOR"})
    void who_may_only_look_may_open_a_session_and_not_start_a_reading() {
        assertThatCode(() -> door.readNow(UUID.randomUUID())).doesNotThrowAnyException();
        assertThatThrownBy(() -> door.readAllNow()).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @WithMockUser(roles = "NOBODY")
    void who_has_no_role_here_starts_nothing() {
        assertThatThrownBy(() -> door.readNow(UUID.randomUUID())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> door.readAllNow()).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void who_corrects_may_start_a_reading() {
        assertThatCode(() -> door.readAllNow()).doesNotThrowAnyException();
    }

    /**
     * Five sessions are opened at once and wait for their turns, half a second each, and OnTime answers with a fault: a busy
     * machine may hear it late, but not after the last one's turn.
     */
    private int callsOfFiveClicks(String fault) throws InterruptedException {
        var opened = new ArrayList<UUID>();
        for (int n = 0; n < 5; n++) {
            opened.add(session(Duration.ofHours(5L + n)));
        }
        readAll();
        clock.forward(Duration.ofMinutes(1));
        onTime.fault(fault);
        int before = onTime.requests().size();
        var pace = new RequestPace(2);
        // The first turn is half a second away: all five have their leave by then.
        pace.await();
        var now = reading(new Batch(client, pace, intake, caller));
        for (var id : opened) {
            now.readNow(sessions.findByOntimeId(id).orElseThrow().id());
        }
        now.destroy();
        return onTime.requests().size() - before;
    }

    /** Opens it so many times at once, and waits until what that started is over. */
    private void readNow(UUID ontimeId, int times) throws InterruptedException {
        var now = reading();
        var id = sessions.findByOntimeId(ontimeId).orElseThrow().id();
        for (int n = 0; n < times; n++) {
            now.readNow(id);
        }
        now.destroy();
    }

    /** As where reading is on: the portal of these tests doesn't read by itself. */
    private ReadNow reading() {
        return reading(batches);
    }

    private ReadNow reading(Batch fetching) {
        return new ReadNow(
                readingOn(), sessions, connection, caller, fetching, round, queue, ledger, loop, news, clock);
    }
}
