package org.sessiondesk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.testing.HttpTest;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpTest
@Import({ApiDesk.class, FindingDesk.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MillionRowsDatabaseTest {

    private static final int ROWS = 1_000_000;
    private static final int A_SESSION = 8;

    /** A million rows are some 200 MB; this is what may be held while they pass. */
    private static final long MOST_HELD = 24L << 20;

    private static final String THAT_YEAR = "/api/v1/findings?from=2019-01-01&to=2019-12-31";

    @Autowired
    private ApiDesk api;

    @Autowired
    private TestDatabase database;

    @BeforeAll
    void a_million_findings() {
        database.sql().sql("""
                        insert into driver_session (id, ontime_id, driver_id, vehicle_id, type, log_in_at, log_out_at,
                            start_mileage, end_mileage, version, added_by_office, edited, discarded)
                        select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'DRIVER',
                            timestamptz '2019-01-02 00:00Z' + n * interval '3 minutes', null, n, n + 60, 1, false, false, false
                        from generate_series(1, :sessions) n""").param("sessions", ROWS / A_SESSION).update();
        database.sql().sql("""
                        insert into finding (session_id, rule, field, severity, site_limit, suggestions, confidence, found_at, dismissed)
                        select s.id, r.rule, 'END_MILEAGE', 'ERROR', false,
                            '[{"field": "END_MILEAGE", "value": "52310", "cause": "DIGIT_WRONG", "confidence": 0.7}]', 0.7, now(), false
                        from driver_session s,
                            unnest(array['DIGIT_SLIP', 'SWAPPED', 'TRIP_METER', 'UNIT_MIXED', 'MILEAGE_GAP', 'DUPLICATE',
                                'DISTANCE_ZERO', 'END_BEFORE_START']) r (rule)
                        where s.log_in_at < '2020-01-01'""").update();
        database.sql().sql("analyze").update();
    }

    @AfterAll
    void none_is_left() {
        database.sql().sql("""
                delete from finding where session_id in (select id from driver_session where log_in_at < '2020-01-01')""").update();
        database.sql()
                .sql("delete from driver_session where log_in_at < '2020-01-01'")
                .update();
    }

    @Test
    void a_million_rows_pass_through_a_few_megabytes() throws IOException {
        long before = held();
        long most = 0;
        long rows = 0;
        String last = "";
        try (var lines = lines(api.stream(THAT_YEAR, api.token()).body())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("{")) {
                    rows++;
                    if (rows % 250_000 == 1) {
                        most = Math.max(most, held());
                    }
                }
                last = line;
            }
        }
        assertThat(rows).isEqualTo(ROWS);
        assertThat(last).isEqualTo("]");
        assertThat(most - before).isLessThan(MOST_HELD);
    }

    @Test
    void an_answer_that_breaks_off_has_no_end() throws IOException {
        var read = new ArrayList<String>();
        try (var lines = lines(api.stream(THAT_YEAR, api.token()).body())) {
            lines.readLine();
            assertThat(lines.readLine()).startsWith("{");
            endTheReading();
            assertThatThrownBy(() -> {
                        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                            if (read.size() < 10 || line.endsWith("]")) {
                                read.add(line);
                            }
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
        assertThat(read).noneMatch(line -> line.endsWith("]"));
    }

    @Test
    void programs_never_take_all_connections() {
        String token = api.token();
        List<InputStream> reading = new ArrayList<>();
        for (int one = 0; one < Places.MOST_A_TOKEN; one++) {
            reading.add(api.stream(THAT_YEAR, token).body());
        }
        var ofItsOwn = api.get("/api/v1/sessions?from=2026-01-01", token);
        assertThat(ofItsOwn.statusCode()).isEqualTo(503);
        assertThat(ofItsOwn.body()).contains("With this token");
        String other = api.token();
        for (int one = Places.MOST_A_TOKEN; one < Places.MOST_AT_ONCE; one++) {
            reading.add(api.stream(THAT_YEAR, other).body());
        }

        var answer = api.get("/api/v1/sessions?from=2026-01-01", api.token());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("Other programs");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();

        reading.forEach(MillionRowsDatabaseTest::close);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> api.get("/api/v1/sessions?from=2030-01-01", token).statusCode() == 200);
    }

    /** As a restart of the database does. */
    private void endTheReading() {
        assertThat(JdbcClient.create(database.superuser())
                        .sql("""
                                select count(pg_terminate_backend(pid)) from pg_stat_activity
                                where datname = current_database() and query like '%jsonb_array_elements%'
                                  and pid <> pg_backend_pid()""")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    private static long held() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static BufferedReader lines(InputStream body) {
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
