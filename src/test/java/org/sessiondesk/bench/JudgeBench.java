package org.sessiondesk.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessiondesk.judge.DriverWindow;
import org.sessiondesk.judge.Judge;
import org.sessiondesk.judge.LineSession;
import org.sessiondesk.judge.OtherLines;
import org.sessiondesk.judge.Placed;
import org.sessiondesk.judge.SiteLimits;
import org.sessiondesk.judge.VehicleWindow;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.site.Site.DistanceUnit;

/** What it costs to judge a session that nothing is wrong with: what nearly all are. */
class JudgeBench {

    private static final int SESSIONS = 20_000;
    private static final int ROUNDS = 30;
    private static final Instant FIRST = Instant.parse("2020-01-01T14:00:00Z");
    private static final Instant NOW = FIRST.plus(Duration.ofDays(SESSIONS + 1));
    private static final OtherLines NOBODY = new OtherLines() {
        @Override
        public List<Place> placesFor(UUID vehicle, Instant at, int low, int high, int slack) {
            throw new IllegalStateException("nothing to ask");
        }

        @Override
        public List<Stray> straysFor(UUID vehicle, Instant from, Instant until, Instant future, int low, int high) {
            throw new IllegalStateException("nothing to ask");
        }
    };

    private final Judge judge = new Judge(SiteLimits.of(ZoneId.of("America/Los_Angeles"), DistanceUnit.MI));

    @Test
    void judge() throws Exception {
        List<Placed> line = line();
        List<LineSession> sessions = line.stream().map(Placed::session).toList();
        try (var report = new BenchReport("Judge")) {
            double[] micros = new double[ROUNDS];
            for (int round = -ROUNDS; round < ROUNDS; round++) {
                double took = round(line, sessions);
                if (round >= 0) {
                    micros[round] = took;
                }
            }
            Arrays.sort(micros);
            report.fact("judging a clean session by both its lines", micros[ROUNDS / 2], "µs", new Limit.AtMost(2));
        }
    }

    private double round(List<Placed> line, List<LineSession> sessions) {
        long began = System.nanoTime();
        int found = 0;
        for (int i = 0; i < line.size(); i++) {
            int from = Math.max(0, i - Judge.REACH);
            int until = Math.min(line.size(), i + Judge.REACH + 1);
            VehicleWindow window = new VehicleWindow(line.subList(from, until), i - from, List.of());
            found += judge.inVehicleLine(window, NOBODY, NOW).findings().size();
            found += judge.inDriverLine(new DriverWindow(sessions.subList(from, until), i - from), NOW)
                    .size();
        }
        if (found > 0) {
            throw new IllegalStateException(found + " findings in a clean line");
        }
        return (System.nanoTime() - began) / 1_000.0 / line.size();
    }

    private static List<Placed> line() {
        List<Placed> line = new ArrayList<>();
        UUID driver = new UUID(2, 1);
        UUID vehicle = new UUID(1, 1);
        int odometer = 4_000;
        for (int day = 0; day < SESSIONS; day++) {
            Instant in = FIRST.plus(Duration.ofDays(day)).plusSeconds(day * 37L % 3_600);
            Instant out = in.plusSeconds(31_000 + day * 53L % 3_600);
            int end = odometer + 60 + day * 31 % 70;
            SessionValues values = new SessionValues(driver, vehicle, LogInType.DRIVER, in, out, odometer, end);
            line.add(new Placed(new LineSession(new UUID(3, day), values, false, false, false), null, null));
            odometer = end + day % 4;
        }
        return line;
    }
}
