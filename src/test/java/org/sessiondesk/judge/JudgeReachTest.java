package org.sessiondesk.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessiondesk.judge.depot.Depots;
import org.sessiondesk.judge.fleet.Fleets;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.site.Site.DistanceUnit;

class JudgeReachTest {

    private static final SiteLimits LIMITS = SiteLimits.of(VanLine.ZONE, DistanceUnit.MI);
    private static final int DAYS = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void what_stands_beyond_its_reach_changes_no_verdict(long seed) {
        VanLine line = mistaken(seed);
        Map<UUID, List<Finding>> before = findings(line.sessions());
        int day = 20 + (int) (seed % 20);

        List<LineSession> garbled = new ArrayList<>(line.sessions());
        for (int i = 0; i < DAYS; i++) {
            // Its neighbours' neighbours in the driver's line are the last that a vehicle's window knows of.
            if (Math.abs(i - day) > Judge.REACH + 1) {
                garbled.set(i, garbled(garbled.get(i)));
            }
        }

        assertThat(findings(garbled).get(line.id(day))).isEqualTo(before.get(line.id(day)));
    }

    @Test
    void mistakes_far_from_each_other_are_all_told_and_nothing_else() {
        VanLine line = new VanLine(1, 52_118, DAYS).end(10, 99).out(30, null).start(50, 1);

        assertThat(findings(line.sessions()).keySet()).containsExactlyInAnyOrder(line.id(10), line.id(30), line.id(50));
    }

    @Test
    void a_clean_line_asks_nothing_of_others() {
        List<LineSession> sessions = new VanLine(1, 52_118, DAYS).sessions();
        OtherLinesInMemory others = new OtherLinesInMemory(sessions);

        assertThat(new WholeFleet(LIMITS, VanLine.NOW, sessions, List.of(), others).findings())
                .isEmpty();
        assertThat(others.asked()).isZero();
    }

    @Test
    void judged_one_after_another_sessions_are_judged_as_each_alone() {
        for (Fleet fleet : List.of(Fleets.withMistakes(663, DistanceUnit.MI), Depots.withMistakes(663))) {
            OtherLinesInMemory others = new OtherLinesInMemory(fleet.sessions());
            SiteLimits limits = SiteLimits.of(fleet.zone(), fleet.unit());
            Judge judge = new Judge(limits);
            Function<VehicleWindow, Verdict> inTurn = judge.inVehicleLines(others, fleet.now());

            for (VehicleWindow window :
                    new WholeFleet(limits, fleet.now(), fleet.sessions(), fleet.newOdometers()).vehicleWindows()) {
                assertThat(inTurn.apply(window)).isEqualTo(judge.inVehicleLine(window, others, fleet.now()));
            }
        }
    }

    @Test
    void a_verdict_says_about_which_time_it_asked() {
        List<LineSession> sessions = new VanLine(1, 52_118).without(4).sessions();
        WholeFleet fleet = new WholeFleet(LIMITS, VanLine.NOW, sessions, List.of());
        Judge judge = new Judge(LIMITS);

        Verdict verdict =
                judge.inVehicleLine(fleet.vehicleWindows().get(4), new OtherLinesInMemory(sessions), VanLine.NOW);

        Instant last = Objects.requireNonNull(sessions.get(3).values().logIn());
        Instant next = Objects.requireNonNull(sessions.get(4).values().logIn());
        assertThat(verdict.asked()).isNotNull().satisfies(asked -> {
            assertThat(Objects.requireNonNull(asked).from()).isBeforeOrEqualTo(last);
            assertThat(asked.until()).isAfterOrEqualTo(next.minusSeconds(1));
        });
    }

    private static VanLine mistaken(long seed) {
        Random random = new Random(seed);
        VanLine line = new VanLine(1, 52_118, DAYS);
        for (int i = 0; i < 14; i++) {
            int day = random.nextInt(DAYS);
            SessionValues values = line.values(day);
            switch (random.nextInt(5)) {
                case 0 -> line.end(day, random.nextInt(400_000));
                case 1 -> line.start(day, values.endMileage());
                case 2 -> line.out(day, null);
                case 3 ->
                    line.out(day, Objects.requireNonNull(values.logIn()).plusSeconds(3_600L * random.nextInt(60)));
                default -> line.readings(day, values.endMileage(), values.startMileage());
            }
        }
        return line;
    }

    private static LineSession garbled(LineSession session) {
        SessionValues old = session.values();
        return new LineSession(
                session.id(),
                new SessionValues(old.driver(), old.vehicle(), old.type(), old.logIn(), null, 5_000_000, 1),
                false,
                false,
                false);
    }

    private static Map<UUID, List<Finding>> findings(List<LineSession> sessions) {
        return new WholeFleet(LIMITS, VanLine.NOW, sessions, List.of()).findings();
    }
}
