package org.sessiondesk.payout;

/**
 * Which drivers' days are due: those of the period, and of earlier exports' periods, that are signed and were not paid as
 * they are signed; and days that were paid, whose signature fell, and on which nothing counts any more.
 */
final class DueSql {

    /** Days that somebody answers for, those that follow each other in one. Parameters: first, last. */
    private static final String SPANS = """
            spans as materialized (
                select range_agg(daterange(first_day, last_day, '[]')) as days
                from (select first_day, last_day from pay_export
                      union all
                      select cast(:first as date), cast(:last as date)) span
            )
            """;

    /** What a driver's day was paid last: of the row with this name. */
    private static final String LAST = """
            lateral (select r.export_number, r.rounded_to, r.driver_minutes, r.dispatcher_minutes, r.distance
                     from pay_export_row r where r.driver_id = %1$s.driver_id and r.day = %1$s.day
                     order by r.export_number desc limit 1) p
            """;

    private static final String PAYS = "(p.driver_minutes > 0 or p.dispatcher_minutes > 0 or p.distance is not null)";

    private static final String NOT_SIGNED = """
            not exists (select from day_sign_off s
                        where s.driver_id = %1$s.driver_id and s.day = %1$s.day and s.reopened_at is null)
            """;

    /**
     * What was signed once is paid once: a signature is never changed. Time is rounded as worktime.HourRounding does, half
     * of it up, and that of a day paid before as it was then. Parameters: step, in seconds, and gone, the drivers' days on
     * which nothing counts any more, as arrays.
     */
    static final String DUE = "with " + SPANS + """
            , unpaid as (
                select s.id, s.driver_id, s.day, s.driver_seconds, s.dispatcher_seconds, s.distance, s.without_distance,
                    coalesce(p.rounded_to, :step) as rounded_to, p.export_number as export_before,
                    coalesce(p.driver_minutes, 0) as driver_minutes_before,
                    coalesce(p.dispatcher_minutes, 0) as dispatcher_minutes_before, p.distance as distance_before
                from (select * from day_sign_off s
                      where s.reopened_at is null and s.day <@ (select days from spans)
                        and not exists (select from pay_export_row r where r.sign_off_id = s.id)) s
            """ + "left join " + LAST.formatted("s") + "on true" + """

            ), rounded as (
                select unpaid.*, (driver_seconds + rounded_to / 2) / rounded_to * rounded_to / 60 as driver_minutes,
                    (dispatcher_seconds + rounded_to / 2) / rounded_to * rounded_to / 60 as dispatcher_minutes
                from unpaid
            ), due as (
                select id, driver_id, day, driver_seconds, dispatcher_seconds, driver_minutes, dispatcher_minutes, distance,
                    without_distance, rounded_to, export_before, driver_minutes_before, dispatcher_minutes_before,
                    distance_before
                from rounded
                where export_before is null
                   or (driver_minutes, dispatcher_minutes, distance)
                      is distinct from (driver_minutes_before, dispatcher_minutes_before, distance_before)
                union all
                select null, gone.driver_id, gone.day, 0, 0, 0, 0, null, 0, p.rounded_to, p.export_number, p.driver_minutes,
                    p.dispatcher_minutes, p.distance
                from unnest(cast(:goneDrivers as uuid[]), cast(:goneDays as date[])) as gone (driver_id, day)
            """
            + "cross join " + LAST.formatted("gone") + "where " + PAYS + " and " + NOT_SIGNED.formatted("gone") + ")\n";

    /** Days that were paid, whose signature fell, and that aren't signed again. */
    static final String REOPENED =
            """
            select fallen.driver_id, fallen.day
            from (select distinct driver_id, day from day_sign_off where reopened_at is not null) fallen
            """ + "cross join " + LAST.formatted("fallen") + "where " + PAYS + " and " + NOT_SIGNED.formatted("fallen")
                    + "order by fallen.day, fallen.driver_id";

    /** What tells two sets of due days apart. */
    private static final String MARK = """
            bit_xor(hashtextextended(concat_ws('|', driver_id, day, driver_minutes, dispatcher_minutes,
                coalesce(distance::text, ''), export_before), 0))
            """;

    /** The sums of all that is due, and beside them the late ones, first the newest. Parameters: also limit. */
    static final String SUMMARY_AND_LATE = DUE + """
            , known as (
                select due.*, n.number as payroll_number, export_before is null and day between :first and :last as usual
                from due left join payroll_number n on n.driver_id = due.driver_id
            ), summary as (
                select count(*) filter (where usual) as days, count(distinct driver_id) as drivers,
                    count(*) filter (where not usual) as late_days,
                    count(distinct driver_id) filter (where payroll_number is null) as without_number,
            """ + "coalesce(" + MARK + ", 0) as mark" + """

                from known
            ), late as (
                select coalesce(d.name, left(known.driver_id::text, 8)) as driver_name, d.sort_name, known.*
                from known left join driver d on d.ontime_id = known.driver_id
                where not usual
                order by known.day desc, d.sort_name, known.driver_id
                limit :limit
            )
            select summary.*, late.* from summary left join late on true
            order by late.day desc, late.sort_name, late.driver_id
            """;

    /**
     * One statement, so that what was seen is what is stored, or nothing is. Parameters: number, by, at, rounding, entries,
     * chain, form, mark.
     */
    static final String MAKE = DUE + """
            , numbered as materialized (
                select row_number() over (order by d.sort_name, due.driver_id, due.day) as position,
                    coalesce(d.name, left(due.driver_id::text, 8)) as driver_name, n.number as payroll_number, due.*
                from due
                left join driver d on d.ontime_id = due.driver_id
                left join payroll_number n on n.driver_id = due.driver_id
            ), made as (
                insert into pay_export (number, first_day, last_day, made_by, made_at, rounding, rows, trail_entries,
                    trail_chain, form)
                select :number, :first, :last, :by, :at, :rounding, count(*), :entries, :chain, :form
                from numbered having count(*) > 0 and :mark =
            """ + MARK + """
                returning number
            )
            insert into pay_export_row (export_number, position, driver_id, driver_name, payroll_number, day, sign_off_id,
                driver_seconds, dispatcher_seconds, driver_minutes, dispatcher_minutes, distance, without_distance,
                rounded_to, export_before, driver_minutes_before, dispatcher_minutes_before, distance_before)
            select made.number, position, driver_id, driver_name, payroll_number, day, id, driver_seconds, dispatcher_seconds,
                driver_minutes, dispatcher_minutes, distance, without_distance, rounded_to, export_before,
                driver_minutes_before, dispatcher_minutes_before, distance_before
            from numbered cross join made
            """;

    /** Signed days between exported periods that no export's and not the shown period has. Parameters: first, last. */
    static final String SKIPPED = "with " + SPANS + """
            , gaps as (
                select unnest(datemultirange(daterange(min(first_day), greatest(max(first_day), cast(:first as date))))
                    - (select days from spans)) as gap
                from pay_export having count(*) > 0
            )
            select s.day, count(*) as days
            from gaps join day_sign_off s on s.day >= lower(gap) and s.day < upper(gap) and s.reopened_at is null
            group by s.day order by s.day
            """;

    private DueSql() {}
}
