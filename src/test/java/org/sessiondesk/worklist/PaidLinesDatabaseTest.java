package org.sessiondesk.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Among 20,000 sessions, all signed and paid: rows tell the export that paid their day, and an index serves that. */
class PaidLinesDatabaseTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final JdbcClient jdbc = JdbcClient.create(DATABASE.app());
    private final ListQueries lists = new ListQueries(jdbc, new JdbcTemplate(DATABASE.app()));
    private final Instant now = Instant.now();

    @BeforeAll
    static void paidDays() {
        MillionSessions.fill(DATABASE, 20_000);
        DATABASE.sql().sql("""
                insert into day_sign_off (id, driver_id, day, signed_by, signed_at, driver_seconds, dispatcher_seconds,
                    sessions, without_distance)
                select gen_random_uuid(), driver_id, log_in_at::date, gen_random_uuid(), now(), 28800, 0, count(*), 0
                from driver_session group by driver_id, log_in_at::date;
                insert into signed_session (sign_off_id, session_id, version, type, log_in_at, log_out_at)
                select o.id, s.id, 1, 'DRIVER', s.log_in_at, s.log_out_at
                from driver_session s join day_sign_off o on o.driver_id = s.driver_id and o.day = s.log_in_at::date;
                insert into pay_export (number, first_day, last_day, made_by, made_at, rounding, rows, trail_entries,
                    trail_chain, form)
                select number, current_date - 1, current_date, gen_random_uuid(), now(), 'MINUTE', 1, 1, '\\x00', 2
                from generate_series(1, 3) number
                """).update();
        paid(1, "select id, driver_id, day, 480 from day_sign_off");
        for (var table : List.of("day_sign_off", "signed_session", "pay_export_row")) {
            DATABASE.sql().sql("vacuum analyze " + table).update();
        }
    }

    @Test
    void the_last_export_of_its_signed_day_is_told_unless_that_took_the_pay_back() {
        var sessions = jdbc.sql("""
                        select distinct on (driver_id) id from driver_session where not discarded
                        order by driver_id, log_in_at desc limit 4
                        """).query(UUID.class).list();
        paid(2, dayOf(sessions.get(0), 0));
        paid(3, dayOf(sessions.get(0), 420));
        paid(2, dayOf(sessions.get(1), 0));
        DATABASE.sql().sql("""
                        update day_sign_off set reopened_by = gen_random_uuid(), reopened_at = now(), reopen_reason = 'test'
                        where id in (select sign_off_id from signed_session where session_id = :session)
                        """).param("session", sessions.get(2)).update();

        assertThat(sessions.stream()
                        .map(id -> lists.lines(List.of(id), now).getFirst())
                        .map(SessionLine::paidIn))
                .containsExactly(3L, null, null, 1L);
    }

    @Test
    void a_page_finds_them_by_index() {
        var conditions = Conditions.of(SessionFilter.ALL, now);
        var plan = String.join(
                "\n",
                jdbc.sql("explain " + ListQuery.page(conditions, SessionSort.NEWEST_FIRST))
                        .params(conditions.parameters())
                        .param("began", Conditions.longestShiftBegan(now))
                        .param("offset", 0)
                        .param("limit", 50)
                        .query(String.class)
                        .list());

        assertThat(plan)
                .contains("pay_export_row_once", "signed_session_by_session")
                .doesNotContain("Seq Scan on pay_export_row");
    }

    private static String dayOf(UUID session, int minutes) {
        return """
                select o.id, o.driver_id, o.day, %d from day_sign_off o join signed_session s on s.sign_off_id = o.id
                where s.session_id = '%s'
                """.formatted(minutes, session);
    }

    private static void paid(int export, String days) {
        DATABASE.sql().sql("""
                insert into pay_export_row (export_number, position, driver_id, driver_name, day, sign_off_id, driver_seconds,
                    dispatcher_seconds, driver_minutes, dispatcher_minutes, without_distance, rounded_to,
                    driver_minutes_before, dispatcher_minutes_before)
                select %1$d, row_number() over () + (select count(*) from pay_export_row), driver_id, 'x', day, id,
                    minutes * 60, 0, minutes, 0, 0, 60, 0, 0
                from (%2$s) paid (id, driver_id, day, minutes)
                """.formatted(export, days)).update();
    }
}
