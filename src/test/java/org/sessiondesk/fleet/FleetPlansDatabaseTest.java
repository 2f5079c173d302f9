package org.sessiondesk.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessiondesk.finding.ManyFindings;
import org.sessiondesk.testing.TestDatabase;
import org.sessiondesk.worklist.Worklist;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A vehicle with 50,000 sessions among 200: an index serves each question of its screens and of the overview. */
class FleetPlansDatabaseTest {

    private static final TestDatabase DATABASE = make();
    private static final Instant NOW = Instant.now();

    private final JdbcClient jdbc = JdbcClient.create(DATABASE.app());
    private final UUID busy =
            jdbc.sql("select md5('van1')::uuid").query(UUID.class).single();
    private final Map<String, Object> month =
            Map.of("vehicle", busy, "from", Times.at(NOW.minus(Duration.ofDays(31))), "to", Times.at(NOW));

    private static TestDatabase make() {
        var database = TestDatabase.fresh();
        ManyFindings.fill(database, 50_000, 1);
        ManyFindings.fill(database, 100_000, 200);
        database.sql().sql("""
                insert into vehicle (ontime_id, name, sort_name, fleet_id, company, record, read_at)
                select md5('van' || n)::uuid, 'Van ' || n, 'van ' || lpad(n::text, 12, '0'), 'Van ' || n, true, '{}', now()
                from generate_series(1, 5000) n;
                insert into finding (session_id, rule, field, severity, site_limit, suggestions, found_at, dismissed)
                select id, 'DIGIT_SLIP', 'END_MILEAGE', 'ERROR', false, '[]', now(), false
                from (select id, row_number() over () as n from driver_session) s where n % 20 = 0;
                insert into problem (session_id, hanging, errors, warnings, vehicle_id, log_in_at)
                select f.session_id, 0, 1, 0, s.vehicle_id, s.log_in_at
                from finding f join driver_session s on s.id = f.session_id;
                insert into put_aside (session_id, aside_until, person_id, put_at)
                select session_id, now() + interval '1 day', gen_random_uuid(), now() from problem limit 500;
                insert into new_odometer (vehicle_id, since, reading, person_id, said_at)
                select ontime_id, now(), 0, gen_random_uuid(), now() from vehicle
                """).update();
        database.sql().sql("analyze").update();
        return database;
    }

    @Test
    void a_page_of_vehicles() {
        var page = Map.<String, Object>of("offset", 0, "limit", 50);

        assertThat(plan(FleetSql.PAGE, page))
                .contains("vehicle_by_name", "driver_session_by_vehicle")
                // From 18 on PostgreSQL may skip through the order's index instead of using the vehicles' own.
                .containsAnyOf("problem_by_vehicle", "problem_in_order")
                .doesNotContain("Seq Scan on driver_session", "Seq Scan on problem", "Seq Scan on vehicle");
        assertThat(plan(FleetSql.PAGE_LIKE, with(page, "like", "%Van 14%")))
                .doesNotContain("Seq Scan on driver_session", "Seq Scan on problem");
    }

    @Test
    void one_vehicle() {
        assertThat(plan(FleetSql.ONE, Map.of("vehicle", busy)))
                .contains("vehicle_pk", "driver_session_by_vehicle")
                .containsAnyOf("problem_by_vehicle", "problem_in_order")
                .doesNotContain("Seq Scan on driver_session", "Seq Scan on problem", "Seq Scan on vehicle");
    }

    @Test
    void a_period_of_its_line_with_its_breaks() {
        assertThat(plan(FleetSql.TRIPS, with(month, "limit", Fleet.MOST_TRIPS)))
                .contains("driver_session_by_vehicle")
                .doesNotContain("Seq Scan on driver_session", "Seq Scan on problem");
        var breaks = new HashMap<>(with(month, "limit", Fleet.MOST_BREAKS));
        breaks.put("trips", Fleet.MOST_TRIPS);
        breaks.put("rules", new String[] {"DIGIT_SLIP", "MILEAGE_GAP"});
        assertThat(plan(FleetSql.BREAKS, breaks))
                .contains("driver_session_by_vehicle", "finding_pk")
                .doesNotContain("Seq Scan on driver_session", "Seq Scan on finding");
    }

    @Test
    void how_far_it_usually_goes_and_when_it_was_driven_last() {
        assertThat(plan(FleetSql.USUAL, Map.of("vehicle", busy, "farthest", Worklist.FARTHEST)))
                .contains("driver_session_by_vehicle", "Limit")
                .doesNotContain("Seq Scan");
        assertThat(plan(FleetSql.LAST_DRIVEN, Map.of("vehicle", busy)))
                .contains("driver_session_by_vehicle")
                .doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void its_new_odometers_and_whether_a_session_is_its_own() {
        assertThat(plan(FleetSql.NEW_ODOMETERS, Map.of("vehicle", busy)))
                .contains("new_odometer_pk")
                .doesNotContain("Seq Scan");
        assertThat(plan(FleetSql.DROVE, Map.of("vehicle", busy, "sessions", new UUID[] {UUID.randomUUID()})))
                .doesNotContain("Seq Scan");
    }

    @Test
    void the_overviews_lines() {
        var day = Map.<String, Object>of(
                "from", Times.at(NOW.minus(Duration.ofDays(4))), "to", Times.at(NOW.minus(Duration.ofDays(3))));

        assertThat(plan(OverviewQueries.PROBLEMS, day))
                .contains("driver_session_by_log_in", "problem_pk")
                .doesNotContain("Seq Scan");
        assertThat(plan(
                        OverviewQueries.STILL_OUT,
                        Map.of("began", Times.at(NOW.minus(Duration.ofDays(7))), "limit", 21)))
                .contains("driver_session_open")
                .doesNotContain("Seq Scan on driver_session", "Seq Scan on finding");
        assertThat(plan(OverviewQueries.DUE, Map.of())).contains("put_aside_until");
    }

    private static Map<String, Object> with(Map<String, Object> parameters, String name, Object value) {
        var all = new HashMap<String, Object>(parameters);
        all.put(name, value);
        return all;
    }

    private String plan(String sql, Map<String, Object> parameters) {
        return String.join(
                "\n",
                jdbc.sql("explain " + sql)
                        .params(with(parameters, "now", Times.at(NOW)))
                        .query(String.class)
                        .list());
    }
}
