package org.sessiondesk.finding.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sessiondesk.finding.ManyFindings;
import org.springframework.jdbc.core.simple.JdbcClient;

/** At 100,000 sessions: an index serves each question of judging one anew. */
class CheckPlansDatabaseTest {

    private final JdbcClient jdbc = JdbcClient.create(ManyFindings.DATABASE.app());

    private final UUID[] ids = Stream.generate(UUID::randomUUID).limit(30).toArray(UUID[]::new);

    @Test
    void the_piece_of_a_line_around_a_place() {
        for (String line : List.of("vehicle_id", "driver_id")) {
            for (int reach : new int[] {8, 16}) {
                assertThat(plan(LineRows.around(line, reach), Map.of("lines", ids, "times", times(), "ids", ids)))
                        .contains(line.equals("vehicle_id") ? "driver_session_by_vehicle" : "driver_session_by_driver")
                        .doesNotContain("Seq Scan on driver_session", "Sort", "Bitmap");
            }
        }
    }

    @Test
    void what_stands_beside_a_session_in_its_drivers_line() {
        assertThat(plan(LineRows.BESIDE, Map.of("ids", ids, "drivers", ids, "times", times())))
                .contains("driver_session_by_driver")
                .doesNotContain("Seq Scan on driver_session", "Sort", "Bitmap");
    }

    @Test
    void the_sessions_themselves() {
        assertThat(plan(LineRows.BY_ID, Map.of("ids", ids)))
                .contains("driver_session_pk")
                .doesNotContain("Seq Scan on driver_session");
    }

    @Test
    void where_else_readings_may_belong() {
        assertThat(plan(
                        StoredOtherLines.PLACES,
                        Map.of(
                                "before",
                                days(20, 6),
                                "after",
                                days(6, 1),
                                "at",
                                at(Instant.now().minusSeconds(86_400 * 6)),
                                "earliest",
                                at(Instant.now().minusSeconds(86_400 * 20)),
                                "latest",
                                now(),
                                "vehicle",
                                ids[0],
                                "low",
                                50_000,
                                "high",
                                50_100,
                                "slack",
                                10)))
                .contains("driver_session_by_day_end", "driver_session_by_day_start", "driver_session_by_vehicle")
                .doesNotContain("Seq Scan on driver_session");
    }

    @Test
    void which_strays_fill_a_gap() {
        assertThat(plan(
                        StoredOtherLines.STRAYS,
                        Map.of(
                                "days",
                                days(3, 2),
                                "from",
                                at(Instant.now().minusSeconds(86_400 * 3)),
                                "until",
                                at(Instant.now().minusSeconds(86_400 * 2)),
                                "future",
                                now(),
                                "vehicle",
                                ids[0],
                                "low",
                                50_000,
                                "high",
                                50_100)))
                .contains("driver_session_by_day_start", "driver_session_by_log_in")
                .doesNotContain("Seq Scan on driver_session");
    }

    /** The check of all sessions plans a look once, for whatever time and reading. */
    @Test
    void a_plan_for_any_stray() throws SQLException {
        var look = StoredOtherLines.STRAYS;
        var names = List.of("days", "vehicle", "from", "until", "future", "low", "high", "began", "now");
        for (int i = 0; i < names.size(); i++) {
            look = look.replaceAll(":" + names.get(i) + "\\b", "\\$" + (i + 1));
        }
        var types = "text[], uuid, timestamptz, timestamptz, timestamptz, int, int, timestamptz, timestamptz";
        var plan = new ArrayList<String>();
        try (var connection = ManyFindings.DATABASE.app().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = 'force_generic_plan'");
            statement.execute("prepare look (" + types + ") as " + look);
            var lines = statement.executeQuery("explain execute look(" + "null, ".repeat(8) + "null)");
            while (lines.next()) {
                plan.add(lines.getString(1));
            }
        }
        assertThat(String.join("\n", plan))
                .contains("driver_session_by_day_start", "driver_session_by_log_in")
                .doesNotContain("Seq Scan on driver_session");
    }

    @Test
    void whose_verdict_hangs_on_another_line() {
        assertThat(plan(AskedVerdicts.ABOUT, Map.of("from", times(), "until", times())))
                .contains("line_verdict_asked");
    }

    @Test
    void what_is_stored_of_a_session() {
        for (String sql : List.of(Verdicts.STORED, StandingFindings.OF, StoredDismissals.OF, Problems.HAVE_ONE)) {
            assertThat(plan(sql, Map.of("ids", ids)))
                    .doesNotContain("Seq Scan on finding f", "Seq Scan on line_verdict", "Seq Scan on problem");
        }
        assertThat(plan(Problems.PUT, Map.of("ids", ids)))
                .contains("finding_contradicts")
                .doesNotContain("Seq Scan on finding f", "Seq Scan on driver_session");
    }

    @Test
    void what_is_due_and_what_hangs_on_the_time() {
        assertThat(plan(DueSessions.TAKE, Map.of("most", 200))).contains("finding_due_pk");
        assertThat(plan(DueSessions.SWEEP, Map.of())).doesNotContain("Seq Scan on driver_session");
    }

    @Test
    void which_sessions_lie_beyond_a_limit_that_changed() {
        assertThat(plan(
                        SessionsBeyond.LOOK,
                        Map.of(
                                "distance",
                                270,
                                "minutes",
                                600,
                                "at",
                                Instant.now().minusSeconds(86_400 * 20).toString(),
                                "id",
                                ids[0].toString(),
                                "most",
                                SessionsBeyond.PIECE)))
                .contains("driver_session_by_log_in", "ROW(log_in_at, id) < ROW(")
                .doesNotContain("Seq Scan on driver_session", "Sort Key: s.");
    }

    private String[] times() {
        return Stream.generate(() -> Instant.now().minusSeconds(86_400 * 10).toString())
                .limit(ids.length)
                .toArray(String[]::new);
    }

    private static String[] days(int from, int until) {
        return LocalDate.now(ZoneOffset.UTC)
                .minusDays(from)
                .datesUntil(LocalDate.now(ZoneOffset.UTC).minusDays(until).plusDays(1))
                .map(LocalDate::toString)
                .toArray(String[]::new);
    }

    private static Object now() {
        return at(Instant.now());
    }

    private static Object at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private String plan(String sql, Map<String, Object> parameters) {
        var all = new HashMap<String, Object>(parameters);
        all.putIfAbsent("now", now());
        all.putIfAbsent("began", at(Instant.now().minusSeconds(14 * 3_600)));
        return String.join(
                "\n", jdbc.sql("explain " + sql).params(all).query(String.class).list());
    }
}
