package org.sessiondesk.payperiod;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sessiondesk.finding.ManyFindings;
import org.sessiondesk.worktime.PayCalendar;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fortnight among 100,000 sessions of nine months: an index serves each question, and no query walks all of them. */
class PeriodPlansDatabaseTest {

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final PayPeriod PERIOD = new PayCalendar.Fortnightly(LocalDate.EPOCH)
            .of(LocalDate.now(ZoneId.of("UTC")).minusDays(60));

    private final JdbcClient jdbc = JdbcClient.create(ManyFindings.DATABASE.app());

    @Test
    void the_sessions_of_a_period_and_what_lies_over_them() {
        var plan = plan(PeriodSql.SESSIONS, PeriodQueries.parameters(PERIOD, ZONE));

        assertThat(plan).contains("driver_session_by_log_in").doesNotContain("Seq Scan on driver_session");
        assertThat(plan.lines().filter(line -> line.contains("Index Cond") && line.contains("log_in_at >=")))
                .isNotEmpty()
                .allMatch(line -> line.contains("log_in_at <"));
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
