package org.sessiondesk.sandbox.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetMakerTest {

    private static final Instant END = Instant.parse("2026-06-05T21:30:00Z");
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private final Fleet fleet = fleetUpTo(END);

    private static Fleet fleetUpTo(Instant end) {
        return FleetMaker.make(new FleetPlan(20260101, end, ZONE, 31, 36));
    }

    /** The sessions as they really were. */
    private List<TimeClockSession> truths() {
        var truths = fleet.planted().stream()
                .collect(Collectors.toMap(mistake -> mistake.entered().id(), PlantedMistake::truth));
        return fleet.sessions().stream()
                .map(session -> truths.getOrDefault(session.id(), session))
                .toList();
    }

    private static int start(TimeClockSession session) {
        return Objects.requireNonNull(session.startMileage());
    }

    private static int end(TimeClockSession session) {
        return Objects.requireNonNull(session.endMileage());
    }

    private static Instant logIn(TimeClockSession session) {
        return Objects.requireNonNull(session.logInTime());
    }

    private IntStream distances() {
        return truths().stream()
                .filter(session -> session.logOutTime() != null && start(session) > 0)
                .mapToInt(session -> end(session) - start(session));
    }

    @Test
    void the_same_plan_gives_the_same_fleet() {
        assertThat(fleetUpTo(END)).isEqualTo(fleet);
        assertThat(fleetUpTo(END.plusSeconds(86_400))).isNotEqualTo(fleet);
    }

    @Test
    void it_has_the_realistic_numbers() {
        assertThat(fleet.people()).hasSize(41).filteredOn(Person::driver).hasSize(36);
        assertThat(fleet.vehicles()).hasSize(38).filteredOn(Vehicle::company).hasSize(30);
        assertThat(fleet.sessions()).hasSizeBetween(900, 1_250);
        int[] sorted = distances().sorted().toArray();
        assertThat(sorted[sorted.length / 2]).isBetween(75, 105);
        assertThat(Arrays.stream(sorted).filter(distance -> distance >= 300).count())
                .isBetween(1L, 20L);
        assertThat(fleet.planted().size() * 100.0 / fleet.sessions().size()).isBetween(3.0, 6.5);
        assertThat(fleet.planted()).extracting(PlantedMistake::kind).contains(PlantedMistake.Kind.values());
    }

    @Test
    void nobody_is_in_two_places_and_no_session_begins_after_now() {
        var sorted = truths().stream()
                .sorted(Comparator.comparing(FleetMakerTest::logIn))
                .toList();
        var busyUntil = new HashMap<UUID, Instant>();
        for (var session : sorted) {
            assertThat(logIn(session)).isBefore(END);
            var end = session.logOutTime() == null ? Instant.MAX : session.logOutTime();
            var before = busyUntil.put(session.userId(), end);
            assertThat(before == null || !before.isAfter(logIn(session)))
                    .as("user %s at %s", session.userId(), logIn(session))
                    .isTrue();
        }
    }

    @Test
    void an_odometer_runs_forward_with_small_gaps() {
        var sorted = truths().stream()
                .filter(session -> start(session) > 0)
                .sorted(Comparator.comparing(FleetMakerTest::logIn))
                .toList();
        var last = new HashMap<UUID, Integer>();
        int small = 0;
        int all = 0;
        for (var session : sorted) {
            var before = last.put(session.vehicle(), Math.max(start(session), end(session)));
            if (before != null) {
                int gap = start(session) - before;
                assertThat(gap).isGreaterThanOrEqualTo(0);
                all++;
                small += gap <= 3 ? 1 : 0;
            }
        }
        assertThat(100.0 * small / all).isCloseTo(90, withPercentage(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-06-05T21:30:00Z", "2026-06-07T10:00:00Z", "2026-06-08T06:59:00Z", "2026-11-01T09:30:00Z"})
    void whatever_the_hour_some_drivers_are_still_out_and_yesterday_has_sessions(Instant end) {
        var made = fleetUpTo(end);
        assertThat(made.sessions())
                .filteredOn(session ->
                        session.logOutTime() == null && logIn(session).isAfter(end.minus(Duration.ofHours(12))))
                .hasSizeGreaterThanOrEqualTo(4);
        var yesterday = end.atZone(ZONE).toLocalDate().minusDays(1);
        assertThat(made.sessions())
                .filteredOn(session -> logIn(session).atZone(ZONE).toLocalDate().equals(yesterday))
                .isNotEmpty();
    }

    @Test
    void each_mistake_differs_from_the_truth_and_stands_in_the_records() {
        var records = fleet.sessions().stream().collect(Collectors.toMap(TimeClockSession::id, session -> session));
        assertThat(fleet.planted()).allSatisfy(mistake -> {
            assertThat(mistake.entered()).isNotEqualTo(mistake.truth());
            assertThat(records.get(mistake.entered().id())).isEqualTo(mistake.entered());
        });
    }

    @Test
    void names_try_the_screens() {
        assertThat(fleet.people())
                .extracting(Person::lastName)
                .contains("O'Neill", "Müller", "<script>alert('Bobby')</script>", "Петров");
        assertThat(fleet.people()).extracting(Person::userName).doesNotHaveDuplicates();
    }

    @Test
    void a_large_fleet_reaches_a_hundred_thousand_sessions() {
        var large = FleetMaker.make(new FleetPlan(1, END, ZONE, 200, 600));
        assertThat(large.sessions()).hasSizeGreaterThan(95_000);
    }
}
