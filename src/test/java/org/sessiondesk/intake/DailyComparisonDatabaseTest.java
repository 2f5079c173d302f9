package org.sessiondesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Person;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.intake.ComparedDay.What;
import org.sessiondesk.ontime.Limits;
import org.sessiondesk.sandbox.Call;
import org.sessiondesk.sandbox.FaultKind;
import org.sessiondesk.session.CorrectionOutcome;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.testing.Example;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class DailyComparisonDatabaseTest extends ReadingBench {

    /** So many calls a day make a budget of nine. */
    private static final Limits NINE_A_DAY = limits(20, 20);

    @Autowired
    private Comparisons comparisons;

    @Autowired
    private DailyComparison comparison;

    @Autowired
    private ReadingQueue queue;

    @Autowired
    private SessionCorrections corrections;

    @Test
    void once_a_day_every_session_of_the_window_is_compared_and_what_differed_is_told() throws InterruptedException {
        var same = session(Duration.ofDays(2));
        var changed = session(Duration.ofDays(3));
        readAll();
        onTime.change(changed, "{\"EndMileage\":52777}");
        clock.forward(Duration.ofHours(25));

        var calls = callsOf(this::readAll);

        assertThat(sessionCalls(calls)).containsExactlyInAnyOrder(same, changed);
        assertThat(newest()).satisfies(day -> {
            assertThat(day.compared()).isEqualTo(2);
            assertThat(day.same()).isEqualTo(1);
            assertThat(day.differ()).isEqualTo(1);
            assertThat(day.cameTo()).isEqualTo(2);
            assertThat(day.days()).isEqualTo(1);
            assertThat(day.endedAt()).isNotNull();
        });
        assertThat(found()).singleElement().satisfies(found -> {
            assertThat(found.what()).isEqualTo(What.CHANGED_IN_ONTIME);
            assertThat(found.fields()).containsExactly(SessionField.END_MILEAGE);
            assertThat(found.session())
                    .isEqualTo(sessions.findByOntimeId(changed).orElseThrow().id());
        });
        assertThat(sessions.findByOntimeId(changed).orElseThrow().values().endMileage())
                .isEqualTo(52_777);
    }

    @Test
    void it_doesnt_undo_an_undelivered_correction_and_says_that_ours_waits() throws InterruptedException {
        var corrected = session(Duration.ofDays(2));
        var both = session(Duration.ofDays(3));
        readAll();
        correct(corrected, 52_400);
        correct(both, 52_401);
        onTime.change(both, "{\"StartMileage\":52300}");
        clock.forward(Duration.ofHours(25));

        readAll();

        assertThat(found())
                .extracting(ComparedSession::ontimeId, ComparedSession::what)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(corrected, What.OURS_WAITS),
                        org.assertj.core.groups.Tuple.tuple(both, What.CHANGED_WHILE_OURS_WAITS));
        var values = sessions.findByOntimeId(both).orElseThrow().values();
        assertThat(values.endMileage()).isEqualTo(52_401);
        assertThat(values.startMileage()).isEqualTo(52_310);
        assertThat(trail("session.read", both)).contains("\"held\":true");
    }

    @Test
    void a_window_larger_than_the_budget_goes_on_the_next_day_where_it_stopped() throws InterruptedException {
        for (int n = 1; n <= 25; n++) {
            session(Duration.ofHours(10L * n));
        }
        readAll();

        var first = aDayOfNine();
        var day1 = newest();
        var second = aDayOfNine();
        var day2 = newest();
        var third = aDayOfNine();
        var day3 = newest();

        assertThat(first).hasSize(9);
        assertThat(second).hasSize(9).doesNotContainAnyElementsOf(first);
        assertThat(third).hasSize(7).doesNotContainAnyElementsOf(first).doesNotContainAnyElementsOf(second);
        assertThat(day1)
                .extracting(ComparedDay::passDay, ComparedDay::cameTo, ComparedDay::days)
                .containsExactly(1, 9, 3);
        assertThat(day2)
                .extracting(ComparedDay::passDay, ComparedDay::cameTo, ComparedDay::days)
                .containsExactly(2, 18, 3);
        assertThat(day3)
                .extracting(ComparedDay::passDay, ComparedDay::cameTo, ComparedDay::days)
                .containsExactly(3, 25, 3);
        assertThat(aDayOfNine()).containsExactlyInAnyOrderElementsOf(first);
        assertThat(newest().passDay()).isEqualTo(1);
    }

    @Test
    void who_goes_on_after_a_kill_fetches_nothing_again() throws InterruptedException {
        for (int n = 1; n <= 60; n++) {
            session(Duration.ofHours(4L * n));
        }
        readAll();
        clock.forward(Duration.ofHours(25));

        // All that a round knows stands in tables: this is what another instance finds.
        var first = sessionCalls(callsOf(() -> {
            while (comparisons.newest(1).isEmpty() || newest().compared() == 0) {
                round.step();
            }
        }));
        var second = sessionCalls(callsOf(this::readAll));

        assertThat(first).isNotEmpty();
        assertThat(second).isNotEmpty().doesNotContainAnyElementsOf(first);
        assertThat(first.size() + second.size()).isEqualTo(60);
        assertThat(newest().same()).isEqualTo(60);
    }

    @Test
    void a_session_that_OnTime_never_answers_for_keeps_no_pass_from_beginning() throws InterruptedException {
        var silent = session(Duration.ofDays(2));
        var other = session(Duration.ofDays(3));
        readAll();
        onTime.fault("{\"kind\":\"SERVER_ERROR\",\"calls\":[\"GET_SESSION\"],\"session\":\"%s\"}".formatted(silent));

        var first = aDayOfNine();
        var second = aDayOfNine();

        assertThat(first).contains(other);
        assertThat(second).contains(other);
        assertThat(newest().passDay()).isEqualTo(1);
    }

    @Test
    void neither_does_an_open_one_that_was_due_before() throws InterruptedException {
        var silent = openSession(Duration.ofDays(2));
        var other = session(Duration.ofDays(3));
        readAll();
        onTime.fault("{\"kind\":\"SERVER_ERROR\",\"calls\":[\"GET_SESSION\"],\"session\":\"%s\"}".formatted(silent));
        clock.forward(Duration.ofHours(7));
        assertThat(sessionCalls(callsOf(this::readAll))).containsExactly(silent);

        var first = aDayOfNine();
        var second = aDayOfNine();

        assertThat(first).contains(other);
        assertThat(second).contains(other);
        assertThat(newest().passDay()).isEqualTo(1);
    }

    @Test
    void nor_one_that_a_list_left_out() throws InterruptedException {
        var silent = session(Duration.ofDays(2));
        var other = session(Duration.ofDays(3));
        readAll();
        onTime.fault("{\"kind\":\"SERVER_ERROR\",\"calls\":[\"GET_SESSION\"],\"session\":\"%s\"}".formatted(silent));
        onTime.fault("{\"kind\":\"BODY\",\"status\":200,\"variant\":\"[]\",\"calls\":[\"LIST_SESSIONS\"],\"times\":1}");
        clock.forward(Duration.ofMinutes(6));
        assertThat(sessionCalls(callsOf(this::readAll))).containsExactlyInAnyOrder(silent, other);

        var first = aDayOfNine();
        var second = aDayOfNine();

        assertThat(first).contains(other);
        assertThat(second).contains(other);
        assertThat(newest().passDay()).isEqualTo(1);
    }

    @Test
    void open_sessions_come_first_then_recent_ones() throws InterruptedException {
        var old = session(Duration.ofDays(6));
        var open = openSession(Duration.ofDays(5));
        var recent = session(Duration.ofDays(1));
        readAll();
        clock.forward(Duration.ofMinutes(10));
        comparison.begin(clock.instant().minus(Duration.ofDays(31)), null, clock.instant());

        assertThat(queue.next(clock.instant(), Set.of(), 10))
                .extracting(ReadingQueue.Due::id)
                .containsExactly(open, recent, old);
    }

    @Test
    void while_few_calls_are_left_no_day_begins_and_one_under_way_waits() throws InterruptedException {
        session(Duration.ofDays(1));
        readAll();
        clock.forward(Duration.ofHours(25));
        fewCallsLeft();

        assertThat(callsOf(() -> round.step())).isEmpty();
        assertThat(comparisons.newest(1)).isEmpty();

        comparison.begin(clock.instant().minus(Duration.ofDays(31)), NINE_A_DAY, clock.instant());
        assertThat(callsOf(() -> round.step())).isEmpty();
        assertThat(newest().endedAt()).isNull();
    }

    @Test
    void a_session_that_vanished_in_OnTime_is_marked_with_the_next_list_and_not_deleted() throws InterruptedException {
        var gone = session(Duration.ofDays(2));
        session(Duration.ofDays(2));
        readAll();
        onTime.vanish(gone);
        clock.forward(Duration.ofMinutes(6));

        var calls = sessionCalls(callsOf(this::readAll));

        assertThat(calls).containsExactly(gone);
        assertThat(sessions.findByOntimeId(gone).orElseThrow().vanishedAt()).isEqualTo(clock.instant());
        assertThat(trail("session.vanished", gone)).isNotEmpty();
        clock.forward(Duration.ofMinutes(6));
        assertThat(sessionCalls(callsOf(this::readAll))).isEmpty();
    }

    @Test
    void one_that_comes_back_is_marked_no_more_and_both_stand_in_the_trail() throws InterruptedException {
        var id = session(Duration.ofDays(2));
        readAll();
        var record = onTime.session(id);
        onTime.vanish(id);
        clock.forward(Duration.ofMinutes(6));
        readAll();
        onTime.addSession(record.toString());
        clock.forward(Duration.ofMinutes(6));

        readAll();

        assertThat(sessions.findByOntimeId(id).orElseThrow().vanishedAt()).isNull();
        assertThat(trail("session.vanished", id)).isNotEmpty();
        assertThat(trail("session.reappeared", id)).isNotEmpty();
    }

    @Test
    void what_a_cut_list_leaves_out_is_asked_for_once_and_not_marked() throws InterruptedException {
        var whole = session(Duration.ofDays(2));
        readAll();
        clock.forward(Duration.ofMinutes(6));
        onTime.fault("{\"kind\":\"BODY\",\"status\":200,\"variant\":\"[]\",\"calls\":[\"LIST_SESSIONS\"],\"times\":2}");

        var calls = sessionCalls(callsOf(this::readAll));
        clock.forward(Duration.ofMinutes(6));
        var again = sessionCalls(callsOf(this::readAll));

        assertThat(calls).containsExactly(whole);
        assertThat(again).isEmpty();
        assertThat(sessions.findByOntimeId(whole).orElseThrow().vanishedAt()).isNull();
    }

    @Test
    void of_many_that_a_list_leaves_out_none_is_asked_for_before_the_comparison() throws InterruptedException {
        for (int n = 0; n <= MissingRecords.AT_ONCE; n++) {
            session(Duration.ofHours(5L + n));
        }
        readAll();
        clock.forward(Duration.ofMinutes(6));
        onTime.fault("{\"kind\":\"BODY\",\"status\":200,\"variant\":\"[]\",\"calls\":[\"LIST_SESSIONS\"],\"times\":1}");

        assertThat(sessionCalls(callsOf(this::readAll))).isEmpty();
    }

    @Test
    void a_failed_list_marks_nothing() throws InterruptedException {
        var whole = session(Duration.ofDays(2));
        readAll();
        clock.forward(Duration.ofMinutes(6));
        onTime.fault(FaultKind.SERVER_ERROR, 1, Call.Kind.LIST_SESSIONS);

        var calls = sessionCalls(callsOf(() -> round.step()));

        assertThat(calls).isEmpty();
        assertThat(sessions.findByOntimeId(whole).orElseThrow().vanishedAt()).isNull();
    }

    @Test
    void one_that_a_list_names_and_that_isnt_there_when_asked_for_is_not_marked_and_asked_for_again()
            throws InterruptedException {
        var listed = session(Duration.ofDays(2));
        readAll();
        clock.forward(Duration.ofHours(25));
        onTime.fault(FaultKind.NOT_FOUND, 1, Call.Kind.GET_SESSION);

        readAll();

        assertThat(sessions.findByOntimeId(listed).orElseThrow().vanishedAt()).isNull();
        assertThat(newest().unreadable()).isEqualTo(1);
        clock.forward(Duration.ofMinutes(31));
        assertThat(sessionCalls(callsOf(this::readAll))).containsExactly(listed);
    }

    @Test
    void those_that_lists_name_and_that_are_never_there_are_asked_for_a_few_at_a_time_and_ever_more_seldom()
            throws InterruptedException {
        var listed = new ArrayList<UUID>();
        for (int n = 0; n < MissingRecords.AT_ONCE + 5; n++) {
            listed.add(session(Duration.ofHours(5L + n)));
        }
        readAll();
        clock.forward(Duration.ofHours(25));
        onTime.faultUntilCleared(FaultKind.NOT_FOUND, Call.Kind.GET_SESSION);
        readAll();

        assertThat(callsAfter(31)).hasSize(MissingRecords.AT_ONCE);
        assertThat(callsAfter(6)).hasSize(5);
        assertThat(callsAfter(31)).isEmpty();
        assertThat(callsAfter(30)).hasSize(MissingRecords.AT_ONCE);
        assertThat(listed)
                .allSatisfy(id -> assertThat(
                                sessions.findByOntimeId(id).orElseThrow().vanishedAt())
                        .isNull());
    }

    @Test
    void one_older_than_any_list_is_vanished_only_when_it_isnt_there_twice() throws InterruptedException {
        var old = openSession(Duration.ofDays(30));
        readAll();
        onTime.vanish(old);
        clock.forward(Duration.ofHours(49));

        assertThat(sessionCalls(callsOf(this::readAll))).containsExactly(old);
        assertThat(sessions.findByOntimeId(old).orElseThrow().vanishedAt()).isNull();
        assertThat(callsAfter(29)).isEmpty();
        assertThat(callsAfter(2)).containsExactly(old);
        assertThat(sessions.findByOntimeId(old).orElseThrow().vanishedAt()).isEqualTo(clock.instant());
        assertThat(callsAfter(24 * 60)).isEmpty();
    }

    @Test
    void where_OnTime_answers_404_to_everything_nothing_is_marked() throws InterruptedException {
        var old = openSession(Duration.ofDays(30));
        var recent = openSession(Duration.ofDays(2));
        readAll();
        onTime.fault(FaultKind.NOT_FOUND, 2, Call.Kind.GET_SESSION);
        clock.forward(Duration.ofHours(49));
        assertThat(sessionCalls(callsOf(this::readAll))).containsExactlyInAnyOrder(old, recent);

        onTime.faultUntilCleared(FaultKind.NOT_FOUND);
        for (int hours = 0; hours < 30; hours++) {
            callsAfter(61);
        }
        onTime.clearFaults();

        assertThat(callsAfter(61)).contains(old, recent);
        assertThat(sessions.findByOntimeId(old).orElseThrow().vanishedAt()).isNull();
        assertThat(sessions.findByOntimeId(recent).orElseThrow().vanishedAt()).isNull();
        assertThat(trail("session.vanished", old)).isEmpty();
        assertThat(trail("session.vanished", recent)).isEmpty();
    }

    @Test
    void vanished_ones_are_counted_in_the_day_that_finds_them() throws InterruptedException {
        var all = new ArrayList<UUID>();
        for (int n = 0; n <= MissingRecords.AT_ONCE; n++) {
            all.add(session(Duration.ofHours(5L + n)));
        }
        readAll();
        all.forEach(onTime::vanish);
        clock.forward(Duration.ofHours(25));

        readAll();

        assertThat(newest().vanished()).isEqualTo(all.size());
        assertThat(new HashSet<>(found().stream().map(ComparedSession::ontimeId).toList()))
                .isEqualTo(new HashSet<>(all));
        assertThat(trail("session.vanished", all.getFirst())).isNotEmpty();
    }

    /** The GETs of sessions on the next day. */
    private List<UUID> aDayOfNine() throws InterruptedException {
        clock.forward(Duration.ofHours(25));
        comparison.begin(clock.instant().minus(Duration.ofDays(31)), NINE_A_DAY, clock.instant());
        return sessionCalls(callsOf(this::readAll));
    }

    /** The GETs of sessions that so many minutes bring. */
    private List<UUID> callsAfter(long minutes) throws InterruptedException {
        clock.forward(Duration.ofMinutes(minutes));
        return sessionCalls(callsOf(this::readAll));
    }

    private ComparedDay newest() {
        return comparisons.newest(1).getFirst();
    }

    private List<ComparedSession> found() {
        return comparisons.found(newest().id(), 0, 100);
    }

    private void correct(UUID ontimeId, int endMileage) {
        var principal = new SignedIn(new Person(UUID.randomUUID(), "anna@demo.test", "Anna", Role.SUPERVISOR, false));
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
        var session = sessions.findByOntimeId(ontimeId).orElseThrow();
        assertThat(corrections.apply(List.of(Example.endMileage(session, endMileage, null))))
                .singleElement()
                .isInstanceOf(CorrectionOutcome.Saved.class);
    }

    /** The newest entry of this action about a session, as text. */
    private String trail(String action, UUID ontimeId) {
        return Stream.of(database.sql()
                        .sql("""
                        select convert_from(e.bytes, 'UTF8') from audit_subject s join audit_entry e using (position)
                         where s.kind = 'session' and s.id = :id and e.action = :action order by position desc limit 1
                        """)
                        .param(
                                "id",
                                sessions.findByOntimeId(ontimeId)
                                        .orElseThrow()
                                        .id()
                                        .toString())
                        .param("action", action)
                        .query(String.class)
                        .list())
                .flatMap(List::stream)
                .findFirst()
                .orElse("");
    }

    private void fewCallsLeft() {
        database.sql()
                .sql("""
                        update ontime_gate set daily_limit = 1000, daily_remaining = 99, daily_reset = :reset,
                               limits_seen_at = :now
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("reset", clock.instant().plus(Duration.ofHours(3)).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Limits limits(long limit, long remaining) {
        return new Limits(new Limits.Allowance(limit, remaining, null), null, java.time.Instant.EPOCH);
    }
}
