package org.sessiondesk.signoff;

import java.util.UUID;

/**
 * A session that stands otherwise in a sign-off that stands than it counts now.
 *
 * @param day that is signed
 */
public record SignedOtherwise(UUID session, DriverDay day, Difference difference) {

    /** In what. */
    public enum Difference {
        /** It is in it and doesn't count any more. */
        MISSING,
        /** It counts on the day and isn't in it. */
        EXTRA,
        /** It has other values. */
        DIFFERENT
    }

    /**
     * All of some days: difference, sign_off_id, driver_id, day and session_id. Parameters: zone of the site, first and last
     * day.
     */
    public static final String SQL = """
            select case when s.discarded or s.vanished_at is not null or s.left_out_at is not null then 'MISSING'
                        else 'DIFFERENT' end as difference,
                o.id as sign_off_id, o.driver_id, o.day, s.id as session_id
            from day_sign_off o
            join signed_session g on g.sign_off_id = o.id
            join driver_session s on s.id = g.session_id
            where o.reopened_at is null and o.day between :first and :last
              and (s.discarded or s.vanished_at is not null or s.left_out_at is not null
                   or (o.driver_id, g.vehicle_id, g.type, g.log_in_at, g.log_out_at, g.start_mileage, g.end_mileage)
                      is distinct from
                      (s.driver_id, s.vehicle_id, s.type, s.log_in_at, s.log_out_at, s.start_mileage, s.end_mileage))
            union all
            select 'EXTRA', o.id, o.driver_id, o.day, s.id
            from day_sign_off o
            join driver_session s on s.driver_id = o.driver_id
                and s.log_in_at >= (o.day - 8)::timestamp at time zone :zone
                and s.log_in_at < (o.day + 1)::timestamp at time zone :zone
                and not s.discarded and s.left_out_at is null and s.vanished_at is null
            cross join lateral (select (s.log_in_at at time zone :zone)::date as log_in,
                greatest((s.log_in_at at time zone :zone)::date,
                         ((s.log_out_at - interval '1 microsecond') at time zone :zone)::date) as log_out) lasted
            cross join lateral (select coalesce(
                (select r.rule from day_rule r where r.valid_from <= lasted.log_in order by r.valid_from desc limit 1),
                'LOG_IN') as rule) counted
            where o.reopened_at is null and o.day between :first and :last
              and o.day >= case counted.rule when 'LOG_OUT' then lasted.log_out else lasted.log_in end
              and o.day <= case counted.rule when 'LOG_IN' then lasted.log_in else lasted.log_out end
              and not exists (select from signed_session g where g.sign_off_id = o.id and g.session_id = s.id)
            """;
}
