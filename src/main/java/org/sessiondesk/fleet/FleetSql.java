package org.sessiondesk.fleet;

/** The queries about vehicles. */
final class FleetSql {

    /** In a line whose newest sessions have no reading it isn't looked for any further. */
    static final int LOOKED_AT_FOR_A_READING = 50;

    /** A vehicle's habits change: what it did longer ago says little. */
    static final int LOOKED_AT_FOR_THE_USUAL = 200;

    /** Fewer distances say nothing. */
    static final int LEAST_FOR_THE_USUAL = 5;

    private static final String ROW = """
            select v.ontime_id, v.name, v.fleet_id, v.registration_plate, v.company, read.reading, read.at,
                coalesce(wrong.errors, 0) as errors, coalesce(wrong.warnings, 0) as warnings
            """;

    private static final String AROUND = """
            left join lateral (
                select coalesce(recent.end_mileage, recent.start_mileage) as reading, recent.log_in_at as at
                from (select s.id, s.log_in_at, s.start_mileage, s.end_mileage from driver_session s
                      where s.vehicle_id = v.ontime_id and s.log_in_at is not null and not s.discarded and s.left_out_at is null
                      order by s.log_in_at desc, s.id desc limit %d) recent
                where coalesce(recent.end_mileage, recent.start_mileage) > 0
                  and not exists (select from reading_not_known n where n.session_id = recent.id)
                order by recent.log_in_at desc, recent.id desc limit 1) read on true
            left join lateral (
                select sum(p.errors) as errors, sum(p.warnings) as warnings from problem p
                where p.vehicle_id = v.ontime_id and (p.aside_until is null or p.aside_until <= :now)) wrong on true
            """.formatted(LOOKED_AT_FOR_A_READING);

    private static final String LIKE = "where name ilike :like or registration_plate ilike :like\n";

    static final String PAGE = page("");
    static final String PAGE_LIKE = page(LIKE);
    static final String COUNT = "select count(*) from vehicle\n";
    static final String COUNT_LIKE = COUNT + LIKE;

    static final String ONE = ROW + """
            from (select ontime_id, name, fleet_id, registration_plate, company from vehicle where ontime_id = :vehicle
                  union all
                  select :vehicle, left(cast(:vehicle as text), 8), null, null, false
                  where not exists (select from vehicle where ontime_id = :vehicle)
                    and exists (select from (select from driver_session where vehicle_id = :vehicle and not discarded
                                             order by log_in_at desc, id desc limit 1) newest)) v
            """ + AROUND;

    /** From sessions to their problems one by one: all of a site's problems may be many. */
    static final String TRIPS = """
            select s.id, coalesce(d.name, left(s.driver_id::text, 8)) as driver, s.log_in_at, s.log_out_at,
                case when unknown.no_start then null else s.start_mileage end as start_mileage,
                case when unknown.no_end then null else s.end_mileage end as end_mileage,
                coalesce(p.errors, 0) as errors, coalesce(p.warnings, 0) as warnings
            from (select * from driver_session
                  where vehicle_id = :vehicle and log_in_at >= :from and log_in_at < :to and not discarded and left_out_at is null
                  order by log_in_at desc, id desc limit :limit) s
            left join driver d on d.ontime_id = s.driver_id
            left join lateral (
                select p.errors, p.warnings from problem p
                where p.session_id = s.id and (p.aside_until is null or p.aside_until <= :now) offset 0) p on true
            left join lateral (
                select bool_or(n.field = 'START_MILEAGE') as no_start, bool_or(n.field = 'END_MILEAGE') as no_end
                from reading_not_known n where n.session_id = s.id) unknown on true
            order by s.log_in_at desc, s.id desc
            """;

    static final String BREAKS = """
            select f.session_id, f.rule, f.severity, f.field, f.contradicts
            from (select id, log_in_at from driver_session
                  where vehicle_id = :vehicle and log_in_at >= :from and log_in_at < :to and not discarded and left_out_at is null
                  order by log_in_at desc, id desc limit :trips) s
            join finding f on f.session_id = s.id
            where not f.dismissed and f.rule = any(:rules)
            order by s.log_in_at desc, s.id desc, f.severity, f.rule, f.field
            limit :limit
            """;

    static final String USUAL = """
            select percentile_disc(0.1) within group (order by far) as least,
                percentile_disc(0.9) within group (order by far) as most, count(*) as sessions
            from (select s.distance as far from driver_session s
                  where s.vehicle_id = :vehicle and s.log_in_at is not null and not s.discarded and s.left_out_at is null
                  order by s.log_in_at desc, s.id desc limit %d) recent
            where far > 0 and far <= :farthest
            """.formatted(LOOKED_AT_FOR_THE_USUAL);

    static final String LAST_DRIVEN = """
            select log_in_at from driver_session
            where vehicle_id = :vehicle and log_in_at is not null and not discarded
            order by log_in_at desc, id desc limit 1
            """;

    static final String NEW_ODOMETERS = """
            select since, reading, person_id, said_at from new_odometer where vehicle_id = :vehicle order by since desc
            """;

    static final String DROVE =
            "select exists (select from driver_session where id = any(:sessions) and vehicle_id = :vehicle)";

    private FleetSql() {}

    private static String page(String where) {
        return ROW + """
                from (select ontime_id, name, sort_name, fleet_id, registration_plate, company from vehicle
                """ + where + "order by sort_name, ontime_id offset :offset limit :limit) v\n" + AROUND
                + "order by v.sort_name, v.ontime_id";
    }
}
