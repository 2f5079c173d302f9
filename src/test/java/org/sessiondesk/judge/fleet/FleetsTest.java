package org.sessiondesk.judge.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sessiondesk.judge.Fleet;
import org.sessiondesk.judge.LineSession;
import org.sessiondesk.judge.Mistake.Kind;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.site.Site.DistanceUnit;

class FleetsTest {

    private final Fleet fleet = Fleets.withMistakes(7, DistanceUnit.MI);
    private final Fleet clean = Fleets.clean(7, DistanceUnit.MI);

    private static List<List<LineSession>> vanLines(Fleet fleet) {
        Map<UUID, List<LineSession>> lines = fleet.sessions().stream()
                .filter(session -> Objects.requireNonNullElse(session.values().startMileage(), 0) > 0)
                .sorted(Comparator.comparing(FleetsTest::logIn))
                .collect(Collectors.groupingBy(
                        session -> Objects.requireNonNull(session.values().vehicle())));
        return List.copyOf(lines.values());
    }

    private static Instant logIn(LineSession session) {
        return Objects.requireNonNull(session.values().logIn());
    }

    @Test
    void the_same_seed_makes_the_same_fleet() {
        assertThat(Fleets.withMistakes(7, DistanceUnit.MI)).isEqualTo(fleet);
        assertThat(Fleets.withMistakes(8, DistanceUnit.MI)).isNotEqualTo(fleet);
    }

    @Test
    void four_to_eight_in_a_hundred_sessions_have_a_mistake_and_there_are_some_of_every_kind() {
        assertThat(fleet.mistakes().size())
                .isBetween(fleet.sessions().size() / 25, fleet.sessions().size() * 8 / 100);
        assertThat(fleet.mistakes()).extracting(mistake -> mistake.kind()).containsAll(Planting.KINDS);
    }

    @Test
    void a_mistake_knows_what_should_have_been() {
        var records = fleet.sessions().stream().collect(Collectors.toMap(LineSession::id, session -> session.values()));
        assertThat(fleet.mistakes())
                .allSatisfy(mistake -> mistake.truth()
                        .forEach((field, truth) -> assertThat(Objects.requireNonNull(records.get(mistake.session()))
                                        .get(field))
                                .isNotEqualTo(truth)));
        assertThat(fleet.mistakes())
                .filteredOn(mistake -> mistake.truth().isEmpty())
                .extracting(mistake -> mistake.kind())
                .containsOnly(Kind.DUPLICATE, Kind.SESSION_MISSING);
    }

    @Test
    void nearly_all_mistakes_leave_a_trace_and_most_wrong_readings_have_a_true_one_close_by() {
        assertThat(fleet.mistakes().stream()
                        .filter(mistake -> !mistake.leavesTrace())
                        .count())
                .isBetween(1L, fleet.mistakes().size() / 8L);
        assertThat(fleet.mistakes())
                .filteredOn(mistake -> mistake.kind() == Kind.TRANSPOSED_DIGITS)
                .anyMatch(mistake -> !mistake.bounded().isEmpty());
    }

    @Test
    void honest_vans_never_count_back_and_are_never_in_two_places() {
        for (var line : vanLines(clean)) {
            for (int i = 1; i < line.size(); i++) {
                var last = line.get(i - 1).values();
                var next = line.get(i);
                assertThat(last.logOut()).isBeforeOrEqualTo(logIn(next));
                boolean replaced = clean.newOdometers().stream()
                        .anyMatch(act -> Objects.equals(act.vehicle(), last.vehicle())
                                && !act.at().isBefore(Objects.requireNonNull(last.logOut()))
                                && !act.at().isAfter(logIn(next)));
                if (!replaced && !line.get(i - 1).endNotKnown()) {
                    int yard = Objects.requireNonNull(next.values().startMileage())
                            - Objects.requireNonNull(last.endMileage());
                    assertThat(yard).isBetween(0, 8);
                }
            }
        }
    }

    @Test
    void a_clean_fleet_has_its_oddities() {
        assertThat(clean.mistakes()).isEmpty();
        assertThat(clean.newOdometers()).isNotEmpty();
        assertThat(clean.sessions()).anyMatch(LineSession::loggedInNow);
        assertThat(clean.sessions()).anyMatch(LineSession::endNotKnown);
        assertThat(clean.sessions()).anyMatch(session -> session.values().type() == LogInType.DISPATCHER);
        assertThat(clean.sessions())
                .anyMatch(session -> session.values().vehicle() != null
                        && session.values().type() == LogInType.DRIVER
                        && session.values().startMileage() == null);
        assertThat(clean.sessions()).anyMatch(FleetsTest::acrossMidnight);
        assertThat(vanLines(clean)).anyMatch(line -> line.size() < 15);
    }

    private static boolean acrossMidnight(LineSession session) {
        var out = session.values().logOut();
        return out != null
                && Duration.between(logIn(session), out).toHours() < 12
                && logIn(session).toString().charAt(9) != out.toString().charAt(9);
    }
}
