package org.sessiondesk.daycheck;

/** The queries about a day. */
final class DaySql {

    static final String BY_DRIVER = places("driver_id", "driver");
    static final String BY_VEHICLE = places("vehicle_id", "vehicle");

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
