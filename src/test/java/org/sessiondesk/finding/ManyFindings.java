package org.sessiondesk.finding;

import org.sessiondesk.testing.TestDatabase;

/** 100,000 sessions of 200 vans, and findings on one in twenty; made once for all tests that explain queries. */
public final class ManyFindings {

    public static final TestDatabase DATABASE = make();

    private ManyFindings() {}

    private static TestDatabase make() {
        var database = TestDatabase.fresh();
        fill(database, 100_000, 200);
        database.sql().sql("""
                insert into finding (session_id, rule, field, severity, contradicts, site_limit, suggestions, confidence, found_at, dismissed)
                select id, case when n % 3 = 0 then 'MILEAGE_GAP' else 'DIGIT_SLIP' end, 'END_MILEAGE',
                       case when n % 2 = 0 then 'ERROR' else 'WARNING' end, lag(id) over (order by n), false, jsonb_build_array(repeat(md5(id::text), 15)), 0.9, now(), n % 10 = 0
                from (select id, row_number() over () as n from driver_session limit 5000) s;
                insert into line_verdict (session_id, line, findings, asked_from, asked_until)
                select f.session_id, 'VEHICLE', '[]', s.log_in_at, s.log_in_at + interval '1 hour'
                from finding f join driver_session s on s.id = f.session_id;
                insert into problem (session_id, hanging, errors, warnings, vehicle_id, log_in_at, aside_until)
                select f.session_id, 0, 1, 0, s.vehicle_id, s.log_in_at,
                       case when random() < 0.3 then now() + interval '1 day' end
                from finding f join driver_session s on s.id = f.session_id where not f.dismissed;
                insert into put_aside (session_id, aside_until, person_id, put_at)
                select session_id, aside_until, gen_random_uuid(), now() from problem where aside_until is not null;
                insert into finding_due (session_id, beside, alone)
                select id, false, true from driver_session limit 5000;
                analyze
                """).update();
        database.sql().sql("vacuum analyze finding").update();
        return database;
    }

    /** Honest ones: each van has two drivers in turn, half a day each, with a mile or two between, and 210 from van to van. */
    public static void fill(TestDatabase database, int sessions, int vans) {
        database.sql().sql("""
                insert into driver_session (id, ontime_id, driver_id, vehicle_id, type, log_in_at, log_out_at,
                    start_mileage, end_mileage, version, added_by_office, edited, discarded)
                select gen_random_uuid(), gen_random_uuid(), md5('driver' || (van * 2 + turn % 2))::uuid, md5('van' || van)::uuid,
                    'DRIVER', began, began + make_interval(mins => 400 + (turn * 37 + van) % 90), miles, miles + 98 + (turn * 7 + van) % 2,
                    1, false, false, false
                from (select turn, van, date_trunc('second', now()) - interval '2 days' - turn * interval '12 hours' + van % 97 * interval '3 minutes' as began,
                             1000 + van * 210 + (:sessions / :vans - turn) * 100 as miles
                      from generate_series(1, :sessions / :vans) turn, generate_series(1, :vans) van) made
                """).param("sessions", sessions).param("vans", vans).update();
        database.sql().sql("vacuum analyze driver_session").update();
    }
}
