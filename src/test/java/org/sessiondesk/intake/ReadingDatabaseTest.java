package org.sessiondesk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessiondesk.health.DatabaseTrouble;
import org.sessiondesk.roster.Driver;
import org.sessiondesk.roster.Vehicle;
import org.sessiondesk.sandbox.Call;
import org.sessiondesk.sandbox.FaultKind;

class ReadingDatabaseTest extends ReadingBench {

    @Test
    void the_first_fill_reads_every_session_once_newest_day_first() throws InterruptedException {
        var today = session(Duration.ofHours(3));
        var lastWeek = session(Duration.ofDays(7));
        var yesterday = session(Duration.ofHours(30));
        var tooOld = session(Duration.ofDays(40));

        var calls = callsOf(this::readAll);

        assertThat(sessionCalls(calls)).containsExactly(today, yesterday, lastWeek);
        assertThat(sessions.findByOntimeId(today)).isPresent();
        assertThat(sessions.findByOntimeId(tooOld)).isEmpty();
        assertThat(roster.drivers(List.of(ruiz)).values())
                .extracting(Driver::name)
                .containsExactly("Ruiz, Marco");
        assertThat(roster.vehicles(List.of(van)).values())
                .extracting(Vehicle::name)
                .containsExactly("Van 14");
        assertThat(calls).noneMatch(call -> call.contains("logOutTime"));
    }

    @Test
    void the_names_of_the_first_sessions_come_before_the_sessions_of_older_days() throws InterruptedException {
        session(Duration.ofHours(3));
        var lastWeek = session(Duration.ofDays(7));

        var calls = callsOf(this::readAll);

        assertThat(position(calls, "users/" + ruiz)).isLessThan(position(calls, "userSessions/" + lastWeek));
    }

    @Test
    void the_next_reading_asks_for_one_list_and_what_is_new() throws InterruptedException {
        session(Duration.ofHours(5));
        readAll();
        clock.forward(Duration.ofMinutes(6));
        var fresh = session(Duration.ofMinutes(1));

        var calls = callsOf(this::readAll);

        assertThat(calls).hasSize(2);
        assertThat(sessionCalls(calls)).containsExactly(fresh);
    }

    @Test
    void an_open_session_is_read_again_after_half_an_hour_and_not_before() throws InterruptedException {
        var open = openSession(Duration.ofHours(1));
        readAll();
        clock.forward(Duration.ofMinutes(29));
        var early = callsOf(this::readAll);
        onTime.change(open, "{\"LogOutTime\":\"%s\",\"EndMileage\":52398}".formatted(text(clock.instant())));
        clock.forward(Duration.ofMinutes(2));

        var late = callsOf(this::readAll);

        assertThat(sessionCalls(early)).isEmpty();
        assertThat(sessionCalls(late)).containsExactly(open);
        assertThat(sessions.findByOntimeId(open).orElseThrow().values().endMileage())
                .isEqualTo(52_398);
    }

    @Test
    void what_was_stored_is_not_fetched_again_by_who_goes_on() throws InterruptedException {
        for (int hours = 1; hours <= 60; hours++) {
            session(Duration.ofHours(hours * 4L));
        }
        var first = callsOf(() -> {
            for (int steps = 0; steps < 8; steps++) {
                round.step();
            }
        });

        var second = callsOf(this::readAll);

        assertThat(sessionCalls(first)).isNotEmpty();
        assertThat(sessionCalls(second)).isNotEmpty().doesNotContainAnyElementsOf(sessionCalls(first));
        assertThat(sessionCalls(first).size() + sessionCalls(second).size()).isEqualTo(60);
    }

    @Test
    void a_garbled_record_is_listed_with_its_reason_and_holds_up_nothing() throws InterruptedException {
        var garbled = session(Duration.ofHours(2));
        var whole = session(Duration.ofHours(4));
        onTime.fault("{\"kind\":\"GARBLED\",\"calls\":[\"GET_SESSION\"],\"session\":\"%s\"}".formatted(garbled));

        readAll();

        assertThat(sessions.findByOntimeId(whole)).isPresent();
        assertThat(readings.unreadable(0, 10)).singleElement().satisfies(record -> {
            assertThat(record.ontimeId()).isEqualTo(garbled);
            assertThat(record.reason()).isNotBlank();
        });
    }

    @Test
    void while_the_disk_is_full_what_comes_stays_due_and_isnt_called_unreadable() throws InterruptedException {
        var session = session(Duration.ofHours(2));
        database.sql().sql("""
                create function no_room() returns trigger language plpgsql as
                    $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$;
                create trigger no_room before insert on driver_session for each row execute function no_room()
                """).update();
        try {
            assertThatThrownBy(this::readAll)
                    .satisfies(e -> assertThat(DatabaseTrouble.of(e)).contains(DatabaseTrouble.FULL));
        } finally {
            database.sql().sql("drop function no_room() cascade").update();
        }

        assertThat(readings.unreadable(0, 10)).isEmpty();
        readAll();
        assertThat(sessions.findByOntimeId(session)).isPresent();
    }

    @Test
    void a_forbidden_kind_stops_alone_and_is_tried_again_when_somebody_asks() throws InterruptedException {
        var session = session(Duration.ofHours(2));
        onTime.faultUntilCleared(FaultKind.FORBIDDEN, Call.Kind.GET_VEHICLE, Call.Kind.LIST_VEHICLES);

        readAll();

        assertThat(sessions.findByOntimeId(session)).isPresent();
        assertThat(readings.state().stops()).singleElement().satisfies(stop -> {
            assertThat(stop.kind()).isEqualTo(ReadingKind.VEHICLES);
            assertThat(stop.reason()).isEqualTo(ReadingState.StopReason.FORBIDDEN);
        });
        onTime.clearFaults();
        clock.forward(Duration.ofMinutes(61));
        readAll();
        assertThat(readings.state().stops()).isEmpty();
        assertThat(roster.vehicles(List.of(van))).containsKey(van);
    }

    @Test
    void a_refused_key_closes_the_gate_after_one_request() throws InterruptedException {
        session(Duration.ofHours(2));
        onTime.faultUntilCleared(FaultKind.UNAUTHORISED);

        var calls = callsOf(() -> steps(20));

        assertThat(calls).hasSize(1);
        assertThat(readings.state().waiting())
                .extracting(ReadingState.Wait::reason)
                .isEqualTo(ReadingState.WaitReason.KEY);
    }

    @Test
    void a_reached_limit_pauses_until_it_resets() throws InterruptedException {
        session(Duration.ofHours(2));
        onTime.fault("{\"kind\":\"LIMIT_REACHED\",\"variant\":\"retry-after\",\"times\":1}");

        var calls = callsOf(() -> steps(20));

        assertThat(calls).hasSize(1);
        assertThat(readings.state().waiting())
                .extracting(ReadingState.Wait::reason)
                .isEqualTo(ReadingState.WaitReason.LIMIT_REACHED);
    }

    @Test
    void readers_spare_the_last_tenth_of_the_calls() throws InterruptedException {
        session(Duration.ofHours(2));
        database.sql()
                .sql("""
                        update ontime_gate set daily_limit = 1000, daily_remaining = 99, daily_reset = :reset,
                               limits_seen_at = :now
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("reset", clock.instant().plus(Duration.ofHours(3)).atOffset(ZoneOffset.UTC))
                .update();

        var calls = callsOf(() -> steps(20));

        assertThat(calls).isEmpty();
        assertThat(readings.state().waiting())
                .extracting(ReadingState.Wait::reason)
                .isEqualTo(ReadingState.WaitReason.FEW_CALLS_LEFT);
    }

    @Test
    void faults_of_ontimes_own_slow_the_reading_down_and_lose_nothing() throws InterruptedException {
        var session = session(Duration.ofHours(2));
        onTime.fault(FaultKind.SERVER_ERROR, 7);

        var calls = callsOf(() -> steps(20));
        boolean waited = readings.state().waiting() != null;
        readAllWithTime();

        assertThat(calls).hasSizeLessThan(8);
        assertThat(waited).isTrue();
        assertThat(sessions.findByOntimeId(session)).isPresent();
    }

    @Test
    void ordinals_and_times_without_a_mark_are_read_as_what_they_mean() throws InterruptedException {
        onTime.faultUntilCleared(FaultKind.ORDINALS);
        onTime.faultUntilCleared(FaultKind.UNMARKED_TIMES);
        var loggedIn = clock.instant().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);
        var id = session(Duration.ofHours(2));

        readAll();

        var values = sessions.findByOntimeId(id).orElseThrow().values();
        assertThat(values.logIn()).isEqualTo(loggedIn);
        assertThat(values.type().name()).isEqualTo("DRIVER");
    }

    @Test
    void a_day_of_the_demo_fleets_size_stays_within_what_a_month_allows() throws InterruptedException {
        for (int day = 1; day <= 14; day++) {
            for (int n = 0; n < 47; n++) {
                session(Duration.ofDays(day).minusMinutes(10L * n + 30));
            }
        }
        for (int forgotten = 0; forgotten < 10; forgotten++) {
            openSession(Duration.ofDays(3).plusMinutes(forgotten));
        }
        readAll();

        var calls = callsOf(this::aDayOfTheFleet);

        // Measured: 1,938. A month of 100,000 allows 3,200 a day.
        assertThat(calls.size()).isBetween(1_000, 3_200);
    }

    /** 36 drivers out for nine hours, eleven of them twice; a list every five minutes. */
    private void aDayOfTheFleet() throws InterruptedException {
        var out = new ArrayList<UUID>();
        for (int minutes = 0; minutes < 24 * 60; minutes += 5) {
            clock.forward(Duration.ofMinutes(5));
            if (minutes >= 360 && out.size() < 47) {
                out.add(openSession(Duration.ofMinutes(1)));
            }
            if (minutes >= 900 && minutes < 900 + 47 * 5) {
                onTime.change(
                        out.get((minutes - 900) / 5),
                        "{\"LogOutTime\":\"%s\",\"EndMileage\":52398}".formatted(text(clock.instant())));
            }
            readAll();
        }
    }

    private void readAllWithTime() throws InterruptedException {
        for (int steps = 0; steps < 100; steps++) {
            clock.forward(Duration.ofSeconds(30));
            round.step();
        }
    }

    private void steps(int number) throws InterruptedException {
        for (int n = 0; n < number; n++) {
            clock.forward(Duration.ofMillis(10));
            round.step();
        }
    }

    private static int position(List<String> calls, String start) {
        for (int n = 0; n < calls.size(); n++) {
            if (calls.get(n).startsWith(start)) {
                return n;
            }
        }
        throw new AssertionError("not asked for: " + start);
    }
}
