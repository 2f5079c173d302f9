package org.sessiondesk.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.sessiondesk.finding.ManyFindings;
import org.sessiondesk.judge.Rule;
import org.springframework.jdbc.core.simple.JdbcClient;

/** At 100,000 sessions, 5,000 of them with findings: a period is found by an index, however long the list is. */
class WholeListPlansDatabaseTest {

    private final JdbcClient jdbc = JdbcClient.create(ManyFindings.DATABASE.app());
    private final Instant now = Instant.now();

    @Test
    void the_findings_of_a_morning_are_found_by_its_sessions() {
        assertThat(plan(WholeListQueries::findings, Duration.ofHours(52), Duration.ofHours(50)))
                .contains("driver_session_by_log_in", "finding_pk")
                .doesNotContain("Seq Scan");
    }

    @Test
    void the_findings_of_a_week_read_no_sessions_but_its_own() {
        assertThat(plan(WholeListQueries::findings, Duration.ofDays(9), Duration.ofDays(2)))
                .contains("driver_session_by_log_in")
                .doesNotContain("Seq Scan on driver_session");
    }

    @Test
    void the_sessions_of_a_week() {
        assertThat(plan(WholeListQueries::sessions, Duration.ofDays(9), Duration.ofDays(2)))
                .contains("driver_session_by_log_in", "finding_pk")
                .doesNotContain("Seq Scan on driver_session", "Seq Scan on finding");
    }

    @Test
    void the_findings_of_a_list_of_one_rule_in_a_week() {
        var filter = SessionFilter.ALL
                .between(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(2)))
                .finding(FindingFilter.of(Rule.DIGIT_SLIP));
        var conditions = Conditions.of(filter, now);

        assertThat(String.join(
                        "\n",
                        jdbc.sql("explain " + WholeListQueries.listed(filter, conditions))
                                .params(conditions.parameters())
                                .query(String.class)
                                .list()))
                .doesNotContain("Seq Scan on driver_session");
    }

    private String plan(BiFunction<Instant, Instant, String> sql, Duration began, Duration ended) {
        var from = now.minus(began);
        var to = now.minus(ended);
        return String.join(
                "\n",
                jdbc.sql("explain " + sql.apply(from, to))
                        .params(WholeListQueries.period(from, to))
                        .query(String.class)
                        .list());
    }
}
