package org.sessiondesk.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forty drivers' days of 500 days, paid week by week but the last: what grows with the years is walked once, or by an index. */
class PayoutPlansDatabaseTest {

    private static final LocalDate FIRST = LocalDate.parse("2025-01-06");
    private static final TestDatabase DATABASE = make();

    private final JdbcClient jdbc = JdbcClient.create(DATABASE.app());

    @Test
    void what_is_due_walks_signatures_and_what_was_paid_of_them_once() {
        for (String sql : new String[] {DueSql.SUMMARY_AND_LATE, DueSql.MAKE}) {
            var plan = plan(sql, due());

            assertThat(plan).contains("pay_export_row_once").doesNotContain("Subquery Scan on paid");
            assertThat(plan.lines()
                            .filter(line -> line.contains("Scan on day_sign_off")
                                    || line.contains("Scan using day_sign_off_by_day")))
                    .hasSize(1);
            assertThat(plan.lines().filter(line -> line.contains("Seq Scan on pay_export_row")))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void paid_days_that_are_opened_again_are_found_from_what_was_opened() {
        assertThat(plan(DueSql.REOPENED, Map.of()))
                .contains("pay_export_row_once", "day_sign_off_reopened")
                .doesNotContain("Seq Scan on pay_export_row");
    }

    @Test
    void signed_days_that_no_export_has_are_looked_for_between_exports_only() {
        assertThat(plan(DueSql.SKIPPED, Map.of("first", FIRST.plusDays(490), "last", FIRST.plusDays(496))))
                .contains("day_sign_off_by_day")
                .doesNotContain("Seq Scan on day_sign_off");
    }

    @Test
    void a_piece_of_a_file_and_the_paid_days_of_a_period_come_by_index() {
        assertThat(plan(PayExportRows.DAYS, Map.of("number", 7, "after", 100, "limit", 50)))
                .contains("pay_export_row_pk")
                .doesNotContain("Sort", "Seq Scan on pay_export_row");
        assertThat(plan(PayExportRows.PAID_IN, Map.of("first", FIRST.plusDays(70), "last", FIRST.plusDays(76))))
                .contains("pay_export_row_of_days")
                .doesNotContain("Seq Scan");
        assertThat(plan(PayExportRows.ROUNDED_OTHERWISE, Map.of("number", 7, "step", 60)))
                .contains("pay_export_row_pk");
    }

    @Test
    void other_payroll_numbers_are_looked_for_driver_by_driver() {
        assertThat(plan(RenumberedRows.NOW, Map.of("number", 99)))
                .contains("pay_export_row_once")
                .doesNotContain("Seq Scan on pay_export_row");
        assertThat(plan(RenumberedRows.IN, Map.of("number", 7)))
                .contains("pay_export_row_pk", "pay_export_row_once")
                .doesNotContain("Seq Scan on pay_export_row");
    }

    private static Map<String, Object> due() {
        var parameters = new HashMap<String, Object>(Map.of(
                "first",
                FIRST.plusDays(490),
                "last",
                FIRST.plusDays(496),
                "step",
                60,
                "goneDrivers",
                new UUID[] {UUID.randomUUID()},
                "goneDays",
                new String[] {"2025-01-07"},
                "limit",
                100));
        parameters.putAll(Map.of("number", 99L, "by", UUID.randomUUID(), "rounding", "MINUTE", "entries", 1L));
        parameters.putAll(
                Map.of("chain", new byte[] {1}, "mark", 1L, "form", 2, "at", OffsetDateTime.now(ZoneOffset.UTC)));
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

    private static TestDatabase make() {
        var database = TestDatabase.fresh();
        database.sql().sql("""
                insert into day_sign_off (id, driver_id, day, signed_by, signed_at, driver_seconds, dispatcher_seconds, distance,
                    sessions, without_distance)
                select gen_random_uuid(), md5('driver ' || driver)::uuid, date '2025-01-06' + day, gen_random_uuid(), now(),
                    28000 + day, 0, 80, 2, 0
                from generate_series(1, 40) driver, generate_series(0, 499) day;
                insert into pay_export (number, first_day, last_day, made_by, made_at, rounding, rows, trail_entries, trail_chain, form)
                select week + 1, date '2025-01-06' + week * 7, date '2025-01-06' + week * 7 + 6, gen_random_uuid(), now(),
                    'MINUTE', 280, 1, '\\x00', 2
                from generate_series(0, 69) week;
                insert into pay_export_row (export_number, position, driver_id, driver_name, payroll_number, day, sign_off_id,
                    driver_seconds, dispatcher_seconds, driver_minutes, dispatcher_minutes, distance, without_distance,
                    rounded_to, driver_minutes_before, dispatcher_minutes_before)
                select (day - date '2025-01-06') / 7 + 1, row_number() over (order by day, driver_id), driver_id, 'x', null, day,
                    id, driver_seconds, 0, driver_seconds / 60, 0, distance, 0, 60, 0, 0
                from day_sign_off where day < date '2025-01-06' + 490;
                insert into day_sign_off (id, driver_id, day, signed_by, signed_at, driver_seconds, dispatcher_seconds, distance,
                    sessions, without_distance, reopened_by, reopened_at, reopen_reason)
                select gen_random_uuid(), driver_id, day, signed_by, signed_at, driver_seconds, 0, distance, 2, 0, signed_by,
                    now(), 'x'
                from day_sign_off where day = date '2025-02-03';
                analyze
                """).update();
        database.sql().sql("vacuum analyze day_sign_off, pay_export_row").update();
        return database;
    }
}
