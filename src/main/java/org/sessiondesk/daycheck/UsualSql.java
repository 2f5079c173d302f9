package org.sessiondesk.daycheck;

/** The query about who usually works. */
final class UsualSql {

    /** Learnt from so many of the same weekday before. */
    static final int WEEKS = 8;

    /**
     * Drivers with the days of a period on which they usually work: whose sessions counted, by the rule of that day, on half
     * of the last weeks' same weekday and on two of them at least. Weeks before anything was read are not among them, or
     * nobody would be missed where a portal is new; a week has begun to be read where anything of it is there up to that
     * weekday. A night counts on one of the two days that it lies on.
     */
    static final String USUAL = """
            with asked as (
                select each.day, (select r.rule from day_rule r where r.valid_from <= each.day
                                  order by r.valid_from desc limit 1) as rule
                from (select cast(:first as date) + n as day
                      from generate_series(0, cast(:last as date) - cast(:first as date)) as n) each),
            before as (
                select asked.day, asked.rule, asked.day - 7 * week.n as same
                from asked cross join generate_series(1, %1$d) as week(n)),
            known as materialized (
                select distinct before.same as day from before
                where exists (
                    select from driver_session s
                    where s.log_in_at >= (before.same - 6)::timestamp at time zone :zone
                      and s.log_in_at < (before.same + 1)::timestamp at time zone :zone and not s.discarded)),
            worked as materialized (
                select known.day, s.driver_id, bool_or(s.began = known.day) as began, bool_or(s.ended = known.day) as ended
                from known cross join lateral (
                    select s.driver_id, (s.log_in_at at time zone :zone)::date as began,
                        ((case when s.log_out_at > s.log_in_at then s.log_out_at - interval '1 microsecond'
                               else s.log_in_at end) at time zone :zone)::date as ended
                    from driver_session s
                    where s.log_in_at >= (known.day - 1)::timestamp at time zone :zone
                      and s.log_in_at < (known.day + 1)::timestamp at time zone :zone
                      and s.driver_id is not null and not s.discarded and s.left_out_at is null
                      and s.vanished_at is null) s
                group by known.day, s.driver_id),
            weeks as (
                select before.day, count(*) as known from before join known on known.day = before.same
                group by before.day),
            expected as (
                select before.day, worked.driver_id from before join worked on worked.day = before.same
                where case before.rule when 'LOG_OUT' then worked.ended
                                       when 'SPLIT' then worked.began or worked.ended
                                       else worked.began end
                group by before.day, worked.driver_id
                having count(*) >= 2
                   and 2 * count(*) >= (select weeks.known from weeks where weeks.day = before.day))
            select expected.driver_id, coalesce(d.name, left(expected.driver_id::text, 8)) as name,
                coalesce(d.sort_name, left(expected.driver_id::text, 8)) as sorted_by, array_agg(expected.day) as days
            from expected left join driver d on d.ontime_id = expected.driver_id
            group by expected.driver_id, d.name, d.sort_name
            """.formatted(WEEKS);

    private UsualSql() {}
}
