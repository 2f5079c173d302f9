package org.sessiondesk.judge.depot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessiondesk.judge.Fleet;
import org.sessiondesk.judge.LineSession;
import org.sessiondesk.judge.Mistake;
import org.sessiondesk.judge.Mistake.Kind;
import org.sessiondesk.site.Site.DistanceUnit;

class DepotsTest {

    private final Fleet depot = Depots.withMistakes(7);
    private final Fleet clean = Depots.clean(7);

    @Test
    void the_same_seed_makes_the_same_depot() {
        assertThat(Depots.withMistakes(7)).isEqualTo(depot);
    }

    @Test
    void every_other_depot_counts_kilometres() {
        assertThat(depot.unit()).isEqualTo(DistanceUnit.KM);
        assertThat(Depots.clean(8).unit()).isEqualTo(DistanceUnit.MI);
    }

    @Test
    void four_to_eight_in_a_hundred_sessions_have_a_mistake_of_any_kind() {
        assertThat(depot.mistakes().size())
                .isBetween(depot.sessions().size() * 4 / 100, depot.sessions().size() * 8 / 100);
        assertThat(depot.mistakes()).extracting(Mistake::kind).contains(Kind.values());
        assertThat(clean.mistakes()).isEmpty();
    }

    @Test
    void honest_vans_never_count_back_and_are_never_in_two_places() {
        for (var line : vanLines()) {
            for (int i = 1; i < line.size(); i++) {
                var last = line.get(i - 1).values();
                var next = line.get(i);
                assertThat(last.logOut()).isBeforeOrEqualTo(logIn(next));
                assertThat(next.values().startMileage())
                        .satisfiesAnyOf(
                                start -> assertThat(start).isGreaterThanOrEqualTo(last.endMileage()),
                                start -> assertThat(clean.newOdometers())
                                        .anyMatch(act -> act.reading() == Objects.requireNonNullElse(start, -1)));
            }
        }
    }

    private List<List<LineSession>> vanLines() {
        Map<UUID, List<LineSession>> lines = new HashMap<>();
        for (var session : clean.sessions()) {
            if (session.values().endMileage() != null && session.values().endMileage() > 0) {
                lines.computeIfAbsent(Objects.requireNonNull(session.values().vehicle()), none -> new ArrayList<>())
                        .add(session);
            }
        }
        lines.values().forEach(line -> line.sort(Comparator.comparing(DepotsTest::logIn)));
        return List.copyOf(lines.values());
    }

    private static Instant logIn(LineSession session) {
        return Objects.requireNonNull(session.values().logIn());
    }
}
