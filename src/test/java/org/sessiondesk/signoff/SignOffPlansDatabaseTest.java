package org.sessiondesk.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sessiondesk.finding.ManyFindings;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Among 50,000 sessions, most of them signed: an index serves each question, and no query walks all of a table. */
class SignOffPlansDatabaseTest {

    private static final int SESSIONS = 50_000;
    private static final int VANS = 60;
    private static final LocalDate DAY = LocalDate.now(ZoneOffset.UTC).minusDays(60);

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final JdbcClient jdbc = JdbcClient.create(DATABASE.app());

    @BeforeAll
    static void signedDays() {
        ManyFindings.fill(DATABASE, SESSIONS, VANS);
        var sql = DATABASE.sql();
        sql.sql("""
                insert into day_sign_off (id, driver_id, day, signed_by, signed_at, driver_seconds, dispatcher_seconds, sessions,
                    without_distance, reopened_by, reopened_at, reopen_reason)
                select gen_random_uuid(), driver_id, day, gen_random_uuid(), now(), 100, 0, 1, 0,
                    case when odd then gen_random_uuid() end, case when odd then now() end, case when odd then 'why' end
                from (select distinct driver_id, log_in_at::date as day, extract(doy from log_in_at)::int % 9 = 0 as odd
                      from driver_session) days
                """).update();
        sql.sql("""
                insert into signed_session (sign_off_id, session_id, version, type, log_in_at, log_out_at)
                select o.id, s.id, 1, 'DRIVER', s.log_in_at, s.log_out_at from driver_session s
                join day_sign_off o on o.driver_id = s.driver_id and o.day = s.log_in_at::date
                """).update();
        sql.sql("""
                insert into closed_period (id, first_day, last_day, closed_by, closed_at)
                select gen_random_uuid(), day, day + 6, gen_random_uuid(), now()
                from generate_series(0, 600) n cross join lateral (select current_date - 20 - 7 * n as day) week
                """).update();
        sql.sql("vacuum analyze day_sign_off, signed_session, closed_period, driver_session")
                .update();
    }

    @Test
    void what_locks_a_session() {
        var plan = plan(
                LockRows.OF,
                reaching(Map.of(
                        "session", UUID.randomUUID(),
                        "dates", new String[] {DAY.toString()},
                        "drivers", new UUID[] {UUID.randomUUID()},
                        "days", new String[] {DAY.toString()})));

        assertThat(plan)
                .contains("closed_period_once", "signed_session_by_session", "day_sign_off_")
                .doesNotContain("Seq Scan");
    }

    @Test
    void what_is_settled_of_a_batch() {
        var plan = plan(
                LockRows.ALL,
                reaching(Map.of(
                        "first", DAY,
                        "last", DAY,
                        "sessions", new UUID[] {UUID.randomUUID()},
                        "drivers", new UUID[] {UUID.randomUUID()},
                        "days", new String[] {DAY.toString()})));

        assertThat(plan)
                .contains("closed_period_once", "signed_session_by_session", "day_sign_off_")
                .doesNotContain("Seq Scan");
    }

    @Test
    void into_which_signed_days_a_session_reaches() {
        assertThat(plan(LockRows.REACHED_DAYS, reaching(Map.of())))
                .contains("day_sign_off_", "signed_session_pk")
                .doesNotContain("Seq Scan");
    }

    @Test
    void what_is_not_as_it_was_signed() {
        assertThat(plan(OtherwiseRows.NEWEST, Map.of("first", DAY, "last", DAY, "zone", "UTC", "limit", 500)))
                .contains("day_sign_off_by_day", "signed_session_pk", "driver_session_by_driver")
                .doesNotContain("Seq Scan on driver_session", "Seq Scan on signed_session");
    }

    @Test
    void sign_offs_of_days_and_of_sessions() {
        assertThat(plan(SignOffRows.WITHIN, Map.of("first", DAY, "last", DAY.plusDays(1))))
                .contains("day_sign_off_by_day")
                .doesNotContain("Seq Scan");
        assertThat(plan(SignOffRows.STANDING, Map.of("driver", UUID.randomUUID(), "day", DAY)))
                .contains("day_sign_off_");
        assertThat(plan(SignOffRows.OF_SESSIONS, Map.of("ids", new UUID[] {UUID.randomUUID()})))
                .contains("signed_session_by_session")
                .doesNotContain("Seq Scan");
        assertThat(plan(EarlierRows.FALLEN, Map.of("first", DAY, "last", DAY)))
                .contains("day_sign_off_reopened")
                .doesNotContain("Seq Scan");
    }

    @Test
    void what_counts_around_a_day() {
        var from = DAY.minusDays(7).atStartOfDay().atOffset(ZoneOffset.UTC);
        var to = DAY.plusDays(8).atStartOfDay().atOffset(ZoneOffset.UTC);
        assertThat(plan(
                        CountedSessions.OF_DRIVER,
                        Map.of("driver", UUID.randomUUID(), "earliest", from, "latest", to, "farthest", 500)))
                .contains("driver_session_by_driver")
                .doesNotContain("Seq Scan on driver_session");
        assertThat(plan(CountedSessions.OF_ALL, Map.of("earliest", from, "latest", to, "farthest", 500)))
                .doesNotContain("Seq Scan on driver_session");
    }

    /** With a night at the day. */
    private static Map<String, Object> reaching(Map<String, Object> others) {
        var parameters = new HashMap<>(others);
        parameters.put("reachSessions", new UUID[] {UUID.randomUUID()});
        parameters.put("reachDrivers", new UUID[] {UUID.randomUUID()});
        parameters.put("dispatchers", new Boolean[] {false});
        parameters.put("firsts", new String[] {DAY + "T20:00:00Z"});
        parameters.put("lasts", new String[] {DAY + "T20:00:00Z"});
        parameters.put("froms", new String[] {DAY + "T20:00:00Z"});
        parameters.put("tos", new String[] {DAY.plusDays(1) + "T08:00:00Z"});
        return parameters;
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
