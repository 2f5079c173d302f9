package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sessiondesk.sandbox.Call;
import org.sessiondesk.sandbox.FaultKind;
import org.sessiondesk.session.CorrectionKind;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.worklist.HistoryEntry;
import org.sessiondesk.worklist.HistoryEntry.Change;
import org.sessiondesk.worklist.HistoryEntry.Corrected;
import org.sessiondesk.worklist.HistoryEntry.InOnTime;
import org.sessiondesk.worklist.Worklist;
import org.springframework.beans.factory.annotation.Autowired;

/** What was changed in OnTime stands in a session's history as OnTime's, whatever the portal made of it. */
class OnTimeHistoryDatabaseTest extends DeliveryDesk {

    private static final Change START = new Change(SessionField.START_MILEAGE, 52_310, 52_300);

    @Autowired
    private Worklist worklist;

    @Test
    void the_first_reading_and_a_change_that_a_later_one_brought_are_OnTimes() {
        var session = aSession();
        var van = ontime.addVehicle("Van 21");
        ontime.change(ontimeId(session), "{\"StartMileage\": 52300, \"Vehicle\": \"%s\"}".formatted(van));
        read(ontimeId(session));

        var history = inOnTime(session.id());

        assertThat(history).hasSize(2);
        assertThat(history.get(0).first()).isFalse();
        assertThat(history.get(0).held()).isFalse();
        assertThat(history.get(0).changes())
                .contains(START)
                .extracting(Change::field)
                .containsExactly(SessionField.START_MILEAGE, SessionField.VEHICLE);
        assertThat(history.get(1).first()).isTrue();
        assertThat(history.get(1).changes()).isEmpty();
    }

    @Test
    void what_makes_a_conflict_is_OnTimes_and_the_decision_the_persons() {
        var session = aSession();
        ontime.change(ontimeId(session), "{\"StartMileage\": 52300}");
        correct(session, 52_401);
        awaitDeliveries(session.id(), "CONFLICT CHANGED_IN_ONTIME");

        assertThat(changes(session.id())).containsExactly(List.of(START));
        assertThat(inOnTime(session.id()).getFirst().held()).isTrue();

        var detail = newest(session);
        corrections.apply(List.of(new SessionCommand.Resolve(
                session.id(),
                detail.version(),
                Set.of(SessionField.END_MILEAGE),
                Objects.requireNonNull(detail.ontime()))));
        awaitDeliveries(session.id(), "WITHDRAWN REPLACED", "ACCEPTED TAKEN");
        assertThat(changes(session.id())).containsExactly(List.of(START));
        assertThat(history(session.id()))
                .filteredOn(Corrected.class::isInstance)
                .extracting(entry -> ((Corrected) entry).kind())
                .containsExactly(CorrectionKind.RESOLVE, CorrectionKind.CORRECT);
    }

    @Test
    void what_a_reading_brings_while_ours_waits_is_told_once_and_changes_nothing_of_ours() {
        queue.pause();
        var session = aSession();
        correct(session, 52_401);
        ontime.change(ontimeId(session), "{\"StartMileage\": 52300}");
        read(ontimeId(session));
        read(ontimeId(session));
        assertThat(now(session).values().startMileage()).isEqualTo(52_310);
        assertThat(changes(session.id())).containsExactly(List.of(START));

        queue.resume();
        awaitDeliveries(session.id(), "CONFLICT CHANGED_IN_ONTIME");
        assertThat(changes(session.id())).containsExactly(List.of(START));
    }

    @Test
    void what_we_sent_ourselves_is_no_change_of_OnTimes_though_a_reading_brings_it_before_the_answer() {
        var session = aSession();
        holdUp(FaultKind.SLOW_ANSWER, Call.Kind.POST_SESSION);
        ontime.fault(FaultKind.ANSWER_LOST, 1, Call.Kind.POST_SESSION);
        correct(session, 52_401);
        await().until(() -> ontime.session(ontimeId(session)).path("EndMileage").asInt() == 52_401);
        queue.pause();
        ontime.clearFaults();
        await().until(() -> deliveries(session.id()).equals(List.of("WAITING NO_ANSWER")));
        read(ontimeId(session));
        assertThat(changes(session.id())).isEmpty();

        // Somebody's change there meanwhile is told, and only that.
        ontime.change(ontimeId(session), "{\"StartMileage\": 52300}");
        read(ontimeId(session));
        assertThat(changes(session.id())).containsExactly(List.of(START));
        queue.resume();
        awaitDeliveries(session.id(), "CONFLICT CHANGED_IN_ONTIME");
        assertThat(changes(session.id())).containsExactly(List.of(START));
    }

    /** Without the first reading, the newest first. */
    private List<List<Change>> changes(UUID session) {
        return inOnTime(session).stream()
                .filter(entry -> !entry.first())
                .map(InOnTime::changes)
                .toList();
    }

    private List<InOnTime> inOnTime(UUID session) {
        return history(session).stream()
                .flatMap(entry -> entry instanceof InOnTime reading ? Stream.of(reading) : Stream.of())
                .toList();
    }

    private List<HistoryEntry> history(UUID session) {
        return worklist.detail(session).orElseThrow().history();
    }
}
