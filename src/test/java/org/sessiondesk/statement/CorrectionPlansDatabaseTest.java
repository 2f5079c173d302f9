package org.sessiondesk.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sessiondesk.finding.ManyFindings;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A piece of the corrections of some days, among those of years: an index finds and orders it. */
class CorrectionPlansDatabaseTest {

    private final JdbcClient jdbc = JdbcClient.create(ManyFindings.DATABASE.app());

    @BeforeAll
    static void twentyThousand() {
        ManyFindings.DATABASE.sql().sql("""
                        insert into correction (id, session_id, kind, version_before, version_after, person_id, corrected_at, changes)
                        select gen_random_uuid(), id, 'CORRECT', 1, 2, gen_random_uuid(), now() - n * interval '1 hour', '[]'
                        from (select id, row_number() over () as n from driver_session limit 20000) s
                        """).update();
        ManyFindings.DATABASE.sql().sql("vacuum analyze correction").update();
    }

    @Test
    void a_piece_is_found_and_ordered_by_the_index() {
        assertThat(plan(CorrectionRows.PIECE))
                .contains("correction_by_time")
                .contains("Index Cond: ((corrected_at < ")
                .doesNotContain("Seq Scan on correction c")
                .doesNotContain("Sort");
    }

    @Test
    void and_so_are_they_counted() {
        assertThat(plan(CorrectionRows.COUNT)).contains("correction_by_time").doesNotContain("Seq Scan");
    }

    private String plan(String sql) {
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        return String.join(
                "\n",
                jdbc.sql("explain " + sql)
                        .params(Map.of(
                                "from", now.minusDays(60),
                                "at", now.minusDays(60),
                                "id", new UUID(0, 0),
                                "to", now.minusDays(46),
                                "limit", 500))
                        .query(String.class)
                        .list());
    }
}
