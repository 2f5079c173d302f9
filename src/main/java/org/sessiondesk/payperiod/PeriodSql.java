package org.sessiondesk.payperiod;

/** The queries about a pay period. */
final class PeriodSql {

    /**
     * What began in the period or lasted into it, at most some days long, and whatever of the same driver lies over that
     * outside: of two that overlap, one keeps the time.
     */
    static final String SESSIONS = """
            with touching as materialized (
                select %1$s from driver_session s
                where s.log_in_at >= :earliest and s.log_in_at < :end and not s.discarded
                  and (s.log_in_at >= :start or s.log_out_at > :start)),
            reach as materialized (
                select driver_id, min(log_in_at) as began, max(log_out_at) as ended
                from touching where driver_id is not null group by driver_id),
            found as (
                select * from touching
                union all
                select before.* from reach cross join lateral (
                    select %1$s from driver_session s
                    where s.driver_id = reach.driver_id and s.log_in_at >= :earliest and s.log_in_at < :start
                      and s.log_out_at > reach.began and s.log_out_at <= :start and not s.discarded) before
                where reach.began < :start
                union all
                select after.* from reach cross join lateral (
                    select %1$s from driver_session s
                    where s.driver_id = reach.driver_id and s.log_in_at >= :end and s.log_in_at < :latest
                      and s.log_in_at < reach.ended and not s.discarded) after
                where reach.ended > :end)
            select s.id, s.version, s.driver_id, coalesce(d.name, left(s.driver_id::text, 8)) as name,
                coalesce(d.sort_name, left(s.driver_id::text, 8)) as sorted_by, s.type, s.log_in_at, s.log_out_at,
                case when s.distance between 0 and :farthest
                          and s.id not in (select n.session_id from reading_not_known n) then s.distance end as distance,
                s.left_out_at is null and s.vanished_at is null as counts,
                coalesce(p.errors, 0) > 0 or undecided.session_id is not null as refused, coalesce(p.warnings, 0) > 0 as warned
            from found s
            left join problem p on p.session_id = s.id
            left join (select distinct session_id from delivery
                       where state in ('REJECTED', 'CONFLICT', 'UNCERTAIN')) undecided on undecided.session_id = s.id
            left join driver d on d.ontime_id = s.driver_id
            """.formatted(
                    "s.id, s.version, s.driver_id, s.type, s.log_in_at, s.log_out_at, s.distance, s.left_out_at, s.vanished_at");

    private PeriodSql() {}
}
