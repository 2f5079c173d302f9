package org.sessiondesk.daycheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sessiondesk.finding.ManyFindings;
import org.sessiondesk.worktime.PayPeriod;
import org.sessiondesk.worktime.WorkDay;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A day among 100,000 sessions of nine months: an index serves each question, and no query walks all of them. */
class DayPlansDatabaseTest {

    private static final WorkDay DAY =
            new WorkDay(LocalDate.now(ZoneId.of("UTC")).minusDays(60), ZoneId.of("America/Los_Angeles"));

    private final JdbcClient jdbc = JdbcClient.create(ManyFindings.DATABASE.app());

    @Test
    void the_sessions_of_a_day_and_what_lies_over_them() {
        for (var sql : List.of(DaySql.BY_DRIVER, DaySql.BY_VEHICLE)) {
            var plan = plan(sql, DayQueries.parameters(DAY));

            assertThat(plan).contains("driver_session_by_log_in").doesNotContain("Seq Scan on driver_session");
            // A fortnight at most, and not all that came since.
            assertThat(plan.lines().filter(line -> line.contains("Index Cond") && line.contains("log_in_at >=")))
                    .isNotEmpty()
                    .allMatch(line -> line.contains("log_in_at <"));
        }
    }

    @Test
    void who_usually_works() {
        for (long days : List.of(0L, 13L)) {
            var period = new PayPeriod(DAY.date(), DAY.date().plusDays(days));
            var plan = plan(UsualSql.USUAL, UsualDays.parameters(period, DAY.zone()));

            assertThat(plan).contains("driver_session_by_log_in").doesNotContain("Seq Scan on driver_session");
            assertThat(plan.lines().filter(line -> line.contains("Index Cond") && line.contains("log_in_at >=")))
                    .isNotEmpty()
                    .allMatch(line -> line.contains("log_in_at <"));
        }
    }

    private String plan(String sql, Map<String, Object> parameters) {
        return String.join(
                "\n",
                jdbc.sql("explain " + sql)
                        .params(parameters)
                        .query(String.class)
                        .list());
    }
}
