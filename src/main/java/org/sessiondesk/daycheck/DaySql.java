package org.sessiondesk.daycheck;

/** The queries about a day. */
final class DaySql {

    /** Who usually works is learnt from so many of the same weekday before. */
    static final int WEEKS = 8;

    static final String BY_DRIVER = places("driver_id", "driver");
    static final String BY_VEHICLE = places("vehicle_id", "vehicle");

    /** Logged in on at least half of the last weeks' same weekday. */
    static final String USUAL = """
            select seen.driver_id, coalesce(d.name, left(seen.driver_id::text, 8)) as name,
                coalesce(d.sort_name, left(seen.driver_id::text, 8)) as sorted_by
            from (select s.driver_id
                  from generate_series(1, %1$d) as week(n)
                  cross join lateral (
                      select distinct s.driver_id from driver_session s
                      where s.log_in_at >= (cast(:date as date) - 7 * week.n)::timestamp at time zone :zone
                        and s.log_in_at < (cast(:date as date) - 7 * week.n + 1)::timestamp at time zone :zone
                        and s.driver_id is not null and not s.discarded) s
                  group by s.driver_id having count(*) >= %2$d) seen
            left join driver d on d.ontime_id = seen.driver_id
            """.formatted(WEEKS, WEEKS / 2);

    private DaySql() {}

    /**
     * What reaches into the day is found by when it began, at most some days before. Of two that overlap one keeps the
     * time, so what lies over these is needed, too, within a fortnight, however long a session says that it was. So is
     * what began after an open session and ended before the day: the open one didn't last until here.
     */
    private static String places(String line, String names) {
        return """
                with touching as materialized (
                    select s.id, s.%1$s as line, s.log_in_at, s.log_out_at from driver_session s
                    where s.log_in_at >= :earliest and s.log_in_at < :end and not s.discarded
                      and (s.log_in_at >= :start or s.log_out_at > :start
                           or s.log_out_at is null and s.log_in_at > :openSince)),
                reach as (
                    select line, min(log_in_at) as began, least(greatest(max(log_out_at), max(log_in_at), :start), :latest) as ended
                    from touching where line is not null group by line),
                found as (
                    select id, line from touching
                    union
                    select beside.id, reach.line from reach cross join lateral (
                        select s.id from driver_session s
                        where s.%1$s = reach.line and s.log_in_at >= :earliest and s.log_in_at < :latest
                          and s.log_in_at < reach.ended and s.log_out_at > reach.began and not s.discarded) beside)
                select found.id, coalesce(n.sort_name, left(found.line::text, 8), '') as sorted_by
                from found left join %2$s n on n.ontime_id = found.line
                """.formatted(line, names);
    }
}
