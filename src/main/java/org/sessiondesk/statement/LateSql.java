package org.sessiondesk.statement;

import org.sessiondesk.signoff.SignedOtherwise;

/** Late differences about sessions: with the values that were settled and those that stand against them. */
final class LateSql {

    private static final String VALUES = """
            %1$s.driver_id as %2$s_driver_id, %1$s.vehicle_id as %2$s_vehicle_id, %1$s.log_in_at as %2$s_log_in_at,
            %1$s.log_out_at as %2$s_log_out_at, %1$s.start_mileage as %2$s_start_mileage,
            %1$s.end_mileage as %2$s_end_mileage, %1$s.type as %2$s_type
            """;

    /** On which day one counts is said by the site's rules, not here. */
    private static final String OPEN =
            """
            select l.kind, coalesce(s.driver_id, l.driver_id) as driver_id, cast(null as date) as day, s.id as session_id,
                coalesce(s.vehicle_id, l.vehicle_id) as vehicle_id, coalesce(s.log_in_at, l.log_in_at) as log_in_at,
            """ + VALUES.formatted("s", "settled") + ", " + VALUES.formatted("l", "now") + """
            from late_change l join driver_session s on s.id = l.session_id
            where l.decision is null and coalesce(s.log_in_at, l.log_in_at) >= :from
              and coalesce(s.log_in_at, l.log_in_at) < :to
            """;

    private static final String REFUSED =
            """
            select d.state as kind, o.driver_id, o.day, s.id as session_id, s.vehicle_id, s.log_in_at,
            """ + VALUES.formatted("s", "settled") + ", " + VALUES.formatted("s", "now") + """
            from delivery d
            join signed_session signed on signed.session_id = d.session_id
            join day_sign_off o on o.id = signed.sign_off_id and o.reopened_at is null
            join driver_session s on s.id = d.session_id
            where d.state in ('REJECTED', 'CONFLICT', 'UNCERTAIN') and o.day between :first and :last
            """;

    /** What came late and still waits is among those. */
    private static final String NOT_AS_SIGNED =
            "select 'NOT_AS_SIGNED', x.driver_id, x.day, s.id, s.vehicle_id, s.log_in_at,"
                    + " case when g.session_id is not null then x.driver_id end, "
                    + values("g")
                    + ", case when x.difference <> 'MISSING' then s.driver_id end, "
                    + values("n")
                    + " from (" + SignedOtherwise.SQL + """
                    ) x
                    join driver_session s on s.id = x.session_id
                    left join driver_session n on n.id = x.session_id and x.difference <> 'MISSING'
                    left join signed_session g on g.sign_off_id = x.sign_off_id and g.session_id = x.session_id
                    where x.difference <> 'EXTRA' or not exists (select from late_change l
                        where l.session_id = x.session_id and l.decision is null)
                    """;

    private static String values(String of) {
        return "%1$s.vehicle_id, %1$s.log_in_at, %1$s.log_out_at, %1$s.start_mileage, %1$s.end_mileage, %1$s.type"
                .formatted(of);
    }

    /** Late changes that nobody decided. Parameters: from and to, when the session began; limit. */
    static final String WAITING = with(OPEN);

    /** What OnTime didn't take as it was signed, and what isn't as it was signed. Parameters: zone, first, last, limit. */
    static final String NOT_AS_SETTLED = with(REFUSED + " union all " + NOT_AS_SIGNED);

    private LateSql() {}

    private static String with(String late) {
        return "with late as (\n" + late + """
                )
                select late.*, coalesce(d.name, left(late.driver_id::text, 8), '') as driver,
                    coalesce(d.sort_name, '') as sort_name, v.name as vehicle, sd.name as settled_driver,
                    nd.name as now_driver, sv.name as settled_vehicle, nv.name as now_vehicle
                from late
                left join driver d on d.ontime_id = late.driver_id
                left join vehicle v on v.ontime_id = late.vehicle_id
                left join driver sd on sd.ontime_id = late.settled_driver_id
                left join driver nd on nd.ontime_id = late.now_driver_id
                left join vehicle sv on sv.ontime_id = late.settled_vehicle_id
                left join vehicle nv on nv.ontime_id = late.now_vehicle_id
                order by late.day, d.sort_name, late.log_in_at, late.kind
                limit :limit
                """;
    }
}
