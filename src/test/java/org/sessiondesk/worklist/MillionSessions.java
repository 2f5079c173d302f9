package org.sessiondesk.worklist;

import org.sessiondesk.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A million sessions of forty drivers and thirty vans, one every seven minutes up to an hour ago; one in two hundred
 * never logged out, one in a hundred and fifty runs backwards. Made once, for all tests of this room that ask.
 */
public final class MillionSessions {

    static final TestDatabase DATABASE = make();

    private MillionSessions() {}

    private static TestDatabase make() {
        var database = TestDatabase.fresh();
        fill(database, 1_000_000);
        return database;
    }

    /** Puts so many into a database that has none. */
    public static void fill(TestDatabase database, int sessions) {
        JdbcClient sql = database.sql();
        sql.sql("""
                        insert into driver (ontime_id, name, sort_name, is_driver, record, read_at)
                        select md5('driver' || n)::uuid, 'Driver, ' || n, 'driver, ' || lpad(n::text, 6, '0'), true, '{}', now()
                        from generate_series(1, 39) n
                        """).update();
        sql.sql("""
                        insert into vehicle (ontime_id, name, sort_name, fleet_id, company, record, read_at)
                        select md5('vehicle' || n)::uuid, 'Van ' || n, 'van ' || lpad(n::text, 6, '0'), 'Van ' || n, true, '{}', now()
                        from generate_series(1, 30) n
                        """).update();
        sql.sql("""
                        insert into driver_session (id, ontime_id, driver_id, vehicle_id, type, log_in_at, log_out_at,
                            start_mileage, end_mileage, version, added_by_office, edited, discarded)
                        select gen_random_uuid(), gen_random_uuid(), md5('driver' || n % 40 + 1)::uuid,
                            case when n % 9 <> 0 then md5('vehicle' || n % 30 + 1)::uuid end, 'DRIVER', began,
                            case when n % 200 <> 0 then began + interval '8 h' end, miles,
                            case when n % 200 <> 0 then miles + 95 - case when n % 150 = 0 then 1000 else 0 end end,
                            1, false, n % 20 = 0, n % 1000 = 7
                        from (select n, now() - interval '1 h' - n * interval '7 min' as began, 1000000 - n / 30 as miles
                              from generate_series(1, :sessions) n) made
                        """).param("sessions", sessions).update();
        sql.sql("""
                        insert into delivery (id, session_id, state, reason, first_queued_at, queued_at, state_changed_at, next_attempt_at)
                        select gen_random_uuid(), id, state, 'GRACE', now(), now(), now(), now()
                        from (select id, case when row_number() over (order by id) % 500 = 0 then 'WAITING' else 'ACCEPTED' end as state
                              from driver_session where edited) corrected
                        """).update();
        for (String table : new String[] {"driver", "vehicle", "driver_session", "delivery", "correction"}) {
            sql.sql("vacuum analyze " + table).update();
        }
    }
}
