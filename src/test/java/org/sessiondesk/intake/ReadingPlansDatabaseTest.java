package org.sessiondesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** At 100,000 records read, most of them long ago: an index serves each question of the reading. */
class ReadingPlansDatabaseTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Instant NOW = Instant.now();

    private final JdbcClient jdbc = JdbcClient.create(DATABASE.app());

    @BeforeAll
    static void many() {
        DATABASE.sql().sql("""
                insert into reading_record (kind, ontime_id, about, still_open, rank, due_at, read_at, outcome)
                select 'SESSIONS', gen_random_uuid(), now() - n * interval '1 hour', n % 5000 = 0, 2,
                       case when n % 1000 = 0 then now() end, now() - interval '2 days', 'READ'
                  from generate_series(1, 100000) n;
                insert into reading_comparison (pass_started_at, pass_day, window_from, total, compared_before, budget,
                       started_at, ended_at, left_over)
                select now(), 1, now(), 1, 0, 1, now(), now(), 0 from generate_series(1, 100);
                insert into reading_difference (comparison_id, ontime_id, what, found_at)
                select 1 + n % 100, gen_random_uuid(), 'VANISHED', now() from generate_series(1, 20000) n;
                analyze
                """).update();
    }

    @Test
    void what_is_read_next() {
        assertThat(plan(ReadingQueue.NEXT, Map.of("now", at(NOW), "stopped", new String[0], "limit", 25)))
                .contains("reading_record_due")
                .doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void what_is_still_to_be_compared_and_which_come_next() {
        Map<String, Object> window = Map.of("from", at(NOW.minus(Duration.ofDays(14))), "before", at(NOW));
        assertThat(plan(ComparisonQueue.COUNT, window))
                .contains("reading_record_window")
                .doesNotContain("Seq Scan");
        var choice = new HashMap<>(window);
        choice.putAll(Map.of("most", 100, "now", at(NOW)));
        assertThat(plan(ComparisonQueue.CHOOSE, choice))
                .contains("reading_record_window")
                .doesNotContain("Seq Scan");
    }

    @Test
    void whether_anything_is_left_to_choose() {
        assertThat(plan(
                        ComparisonQueue.LEFT_TO_CHOOSE,
                        Map.of(
                                "from",
                                at(NOW.minus(Duration.ofDays(14))),
                                "before",
                                at(NOW.minus(Duration.ofDays(3))))))
                .contains("Index Scan")
                .doesNotContain("Seq Scan");
    }

    @Test
    void how_much_of_a_reading_is_done_and_due() {
        assertThat(plan(ReadingQueries.DONE, Map.of("started", at(NOW.minus(Duration.ofHours(1))))))
                .contains("reading_record_done")
                .doesNotContain("Seq Scan");
        assertThat(plan(ReadingQueries.DUE, Map.of("now", at(NOW))))
                .contains("reading_record_due")
                .doesNotContain("Seq Scan");
    }

    @Test
    void which_that_only_a_file_brought_a_list_names() {
        var listed = Stream.generate(UUID::randomUUID).limit(5_000).toArray(UUID[]::new);

        assertThat(plan(SessionsBrought.LISTED, Map.of("now", at(NOW), "ids", listed)))
                .contains("reading_record_unasked")
                .doesNotContain("Seq Scan");
    }

    @Test
    void which_of_the_window_a_list_leaves_out() {
        var listed = Stream.generate(UUID::randomUUID).limit(336).toArray(UUID[]::new);

        assertThat(plan(
                        MissingRecords.MISSED,
                        Map.of("now", at(NOW), "from", at(NOW.minus(Duration.ofDays(14))), "ids", listed)))
                .contains("reading_record_window")
                .doesNotContain("Seq Scan");
    }

    @Test
    void what_differed_on_a_day() {
        assertThat(plan(ComparisonRows.FOUND, Map.of("id", 7, "offset", 50, "limit", 50)))
                .contains("reading_difference_found")
                .doesNotContain("Seq Scan");
    }

    private static Object at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private String plan(String sql, Map<String, Object> parameters) {
        List<String> plan = jdbc.sql("explain " + sql)
                .params(parameters)
                .query(String.class)
                .list();
        return String.join("\n", plan);
    }
}
