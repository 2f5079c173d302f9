package org.sessiondesk.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sessiondesk.finding.ManyFindings;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.ontime.LogInType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** At 100,000 sessions, 4,500 of them problems: indexes serve the walk through the problems of a list. */
class ListedProblemPlansDatabaseTest {

    private static final Instant NOW = Instant.now();

    private final JdbcClient jdbc = JdbcClient.create(small());

    /** So few rows are read faster without an index; what it would be among many is asked. */
    private static DataSource small() {
        var database = ManyFindings.DATABASE.app();
        database.setOptions("-c enable_seqscan=off");
        return database;
    }

    static Stream<SessionFilter> filters() {
        var id = UUID.randomUUID();
        return Stream.of(
                SessionFilter.ALL.between(NOW.minus(Duration.ofDays(2)), NOW.minus(Duration.ofDays(1))),
                SessionFilter.ALL.finding(FindingFilter.of(Rule.DIGIT_SLIP)),
                SessionFilter.ALL.finding(new FindingFilter(FindingFilter.Which.ERROR, null)),
                SessionFilter.ALL.finding(FindingFilter.DUE),
                SessionFilter.ALL.marked(Mark.LOG_OUT_MISSING),
                new SessionFilter(null, null, id, null, null, null, null, ""),
                new SessionFilter(null, null, null, id, null, null, null, ""),
                new SessionFilter(null, null, null, null, LogInType.DRIVER, null, null, ""),
                new SessionFilter(null, null, null, null, null, SentState.WAITING, null, ""),
                new SessionFilter(null, null, null, null, null, null, null, "Van 14"));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void a_step_and_a_place_in_a_list(SessionFilter filter) {
        var conditions = Conditions.of(filter, NOW);
        assertThat(plan(ListedProblemQueries.step(conditions, false, true), conditions, Map.of()))
                .doesNotContain("Seq Scan on driver_session", "Seq Scan on problem");
        var place = Map.<String, Object>of(
                "atTurn",
                -1,
                "atVehicle",
                UUID.randomUUID(),
                "atLogIn",
                Conditions.time(NOW),
                "atSession",
                UUID.randomUUID());
        for (boolean forward : new boolean[] {true, false}) {
            assertThat(plan(ListedProblemQueries.step(conditions, true, forward), conditions, place))
                    .doesNotContain("Seq Scan on driver_session", "Seq Scan on problem");
        }
        assertThat(plan(ListedProblemQueries.place(conditions), conditions, place))
                .doesNotContain("Seq Scan on driver_session", "Seq Scan on problem");
    }

    private String plan(String sql, Conditions conditions, Map<String, Object> more) {
        return String.join(
                "\n",
                jdbc.sql("explain " + sql)
                        .params(conditions.parameters())
                        .params(more)
                        .param("openAt", Conditions.time(NOW))
                        .query(String.class)
                        .list());
    }
}
