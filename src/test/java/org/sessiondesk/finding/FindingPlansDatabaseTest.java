package org.sessiondesk.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** At 100,000 sessions, 5,000 of them with findings: an index serves each question of a screen. */
class FindingPlansDatabaseTest {

    private final JdbcClient jdbc = JdbcClient.create(small());

    /** So few rows are read faster without an index; what it would be among many is asked. */
    private static DataSource small() {
        var database = ManyFindings.DATABASE.app();
        database.setOptions("-c enable_seqscan=off");
        return database;
    }

    @Test
    void next_and_previous_are_one_step_in_an_index() {
        var place = Map.<String, Object>of(
                "turn", -1, "vehicle", UUID.randomUUID(), "logIn", now(), "session", UUID.randomUUID());
        for (String sql : new String[] {FindingQueries.NEXT, FindingQueries.PREVIOUS}) {
            assertThat(plan(sql, place)).contains("problem_in_order").doesNotContain("Seq Scan on problem", "Sort");
        }
        for (String sql : new String[] {FindingQueries.FIRST, FindingQueries.LAST}) {
            assertThat(plan(sql, Map.of())).contains("problem_in_order").doesNotContain("Seq Scan on problem", "Sort");
        }
    }

    @Test
    void the_findings_of_sessions() {
        assertThat(plan(FindingQueries.OF, Map.of("ids", new UUID[] {UUID.randomUUID(), UUID.randomUUID()})))
                .contains("finding_pk")
                .doesNotContain("Seq Scan on finding f");
        assertThat(plan(FindingQueries.ONE, Map.of("session", UUID.randomUUID())))
                .contains("problem_pk");
    }

    @Test
    void how_many_are_open_by_severity_and_rule() {
        assertThat(plan(FindingQueries.BY_RULE, Map.of()))
                .contains("finding_open")
                .doesNotContain("Seq Scan on finding f");
    }

    @Test
    void what_is_aside() {
        assertThat(plan(FindingQueries.ALL_ASIDE, Map.of("offset", 0, "limit", 50)))
                .contains("put_aside_until", "problem_pk");
    }

    private static Object now() {
        return Instant.now().atOffset(ZoneOffset.UTC);
    }

    private String plan(String sql, Map<String, Object> parameters) {
        var all = new HashMap<String, Object>(parameters);
        all.put("now", now());
        return String.join(
                "\n", jdbc.sql("explain " + sql).params(all).query(String.class).list());
    }
}
