package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each list, count and queue query finds its index among a million deliveries. */
class DeliveryListsDatabaseTest {

    private static final TestDatabase database = TestDatabase.fresh();
    private static final JdbcClient jdbc = JdbcClient.create(database.app());

    @BeforeAll
    static void a_million() {
        database.sql().sql("""
                        insert into driver_session (id, type, version, added_by_office, edited, discarded)
                        select gen_random_uuid(), 'DRIVER', 1, false, true, false from generate_series(1, 2000)
                        """).update();
        // The checks of foreign keys would take most of the time and prove nothing here.
        database.sql()
                .sql("alter table delivery drop constraint delivery_of_session")
                .update();
        database.sql().sql("""
                        with numbered as (select id, row_number() over () as n from driver_session)
                        insert into delivery (id, session_id, state, reason, first_queued_at, queued_at, state_changed_at,
                                              attempts, newest_attempt, next_attempt_at)
                        select gen_random_uuid(), s.id,
                               case when i <= 300 then 'WAITING' when i <= 310 then 'CONFLICT' else 'ACCEPTED' end,
                               'NEW', at, at, at, 1, i, case when i <= 300 then at end
                        from generate_series(1, 1000000) i
                        join numbered s on s.n = 1 + i % 2000
                        cross join lateral (select timestamptz '2026-01-01' + i * interval '10 seconds' as at) times
                        """).update();
        database.sql().sql("analyze delivery").update();
        database.sql().sql("analyze driver_session").update();
    }

    @Test
    void the_list_of_all_walks_its_index() {
        assertThat(plan(DeliveryQueries.pageSql(false), Map.of("offset", 0, "limit", 51)))
                .contains("delivery_by_change")
                .doesNotContain("Seq Scan on delivery");
    }

    @Test
    void the_list_of_one_state_walks_its_index() {
        for (var state : List.of("ACCEPTED", "CONFLICT")) {
            assertThat(plan(DeliveryQueries.pageSql(true), Map.of("offset", 0, "limit", 51, "state", state)))
                    .contains("delivery_by_state")
                    .doesNotContain("Seq Scan on delivery");
        }
    }

    @Test
    void open_ones_are_counted_by_their_index() {
        assertThat(plan(DeliveryQueries.OPEN_COUNTS, Map.of())).contains("delivery_open");
    }

    @Test
    void how_a_session_stands_is_found_by_index() {
        var session = jdbc.sql("select session_id::text from delivery limit 1")
                .query(String.class)
                .single();
        assertThat(plan(
                        "select * from delivery where session_id = any(:sessions::uuid[])",
                        Map.of("sessions", new String[] {session})))
                .contains("delivery_by_session");
        assertThat(plan("""
                        select * from delivery
                        where session_id = :session::uuid and state not in ('ACCEPTED', 'WITHDRAWN')
                        order by first_queued_at, id for update
                        """, Map.of("session", session)))
                .containsAnyOf("delivery_open", "delivery_by_session")
                .doesNotContain("Seq Scan");
    }

    @Test
    void a_create_that_is_awaited_is_found_by_index() {
        assertThat(plan("""
                        select from delivery
                        where sent_driver_id = gen_random_uuid() and sent_log_in_at = now()
                          and state in ('WAITING', 'SENDING', 'UNCERTAIN') and sent_driver_id is not null
                        """, Map.of())).doesNotContain("Seq Scan");
    }

    private static String plan(String sql, Map<String, ?> parameters) {
        return String.join(
                "\n",
                jdbc.sql("explain " + sql)
                        .params(parameters)
                        .query(String.class)
                        .list());
    }
}
