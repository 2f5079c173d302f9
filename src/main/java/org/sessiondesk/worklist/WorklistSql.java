package org.sessiondesk.worklist;

/** Pieces of SQL over {@code driver_session s} that several queries share. */
final class WorklistSql {

    /** No log-out, and too old for a shift or followed by another session of the driver. */
    static final String LOG_OUT_MISSING = """
            s.log_out_at is null and s.left_out_at is null and (s.log_in_at < :began or exists (
                select from driver_session later
                where later.driver_id = s.driver_id and later.log_in_at > s.log_in_at and not later.discarded
                  and later.left_out_at is null))""";

    static final String NAMED_LIKE = """
            (s.driver_id in (select ontime_id from driver where name ilike :like)
                or s.vehicle_id in (select ontime_id from vehicle
                    where name ilike :like or registration_plate ilike :like))""";

    static final String GATE_CLOSED = "exists (select from ontime_gate where closed_why is not null)";

    /** To be closed by a comparison and a bracket. */
    static final String SENT_BY_OPEN = "s.id in (select open.session_id from delivery open where open.state";

    static final String NO_OPEN_DELIVERY = """
            not exists (select from delivery open
                where open.session_id = s.id and open.state not in ('ACCEPTED', 'WITHDRAWN'))""";

    /** What waits for a person, or is on its way, before what waits behind it; what went with another, last. */
    static final String NEWEST_DELIVERY = """
            (select newest.state from delivery newest where newest.session_id = s.id
             order by newest.state in ('ACCEPTED', 'WITHDRAWN'), newest.state = 'WAITING', newest.reason = 'JOINED',
                newest.first_queued_at desc limit 1)""";

    /** To be closed by a bracket. */
    static final String OPEN_PROBLEM = """
            s.id in (select p.session_id from problem p where (p.aside_until is null or p.aside_until <= :asOf)""";

    static final String PUT_ASIDE = "s.id in (select p.session_id from problem p where p.aside_until > :asOf)";

    /** What was put aside is kept until its problem goes. */
    static final String DUE_AGAIN = """
            s.id in (select a.session_id from put_aside a join problem p on p.session_id = a.session_id
                where a.aside_until <= :asOf)""";

    /** People dismiss few; whether it still holds, the finding says. */
    static final String DISMISSED = """
            s.id in (select f.session_id from dismissal d
                join finding f on f.session_id = d.session_id and f.rule = d.rule and f.field = d.field
                where f.dismissed)""";

    static final String NOT_KNOWN = "s.id in (select n.session_id from reading_not_known n)";

    /** Both severities are named for the index of what is open. */
    static final String OPEN_OF_RULE = """
            s.id in (select f.session_id from finding f
                where f.severity in ('ERROR', 'WARNING') and f.rule = :rule and not f.dismissed
                  and not exists (select from put_aside a where a.session_id = f.session_id and a.aside_until > :asOf))""";

    /** How far a session went, as it counts: a reading that nobody can tell makes no distance. */
    static final String DISTANCE =
            "case when s.id not in (select n.session_id from reading_not_known n) then s.distance end as distance";

    /** Stands in a sign-off that stands. */
    static final String SIGNED = """
            exists (select from signed_session signed join day_sign_off o on o.id = signed.sign_off_id
                where signed.session_id = s.id and o.reopened_at is null)""";

    /** The columns of a {@link SessionLine} but {@link #PAID_IN}, of {@code s} with its names in {@code d} and {@code v}. */
    static final String LINE = """
            s.id, s.ontime_id, s.version, s.driver_id, coalesce(d.name, left(s.driver_id::text, 8)) as driver,
            s.vehicle_id, coalesce(v.name, left(s.vehicle_id::text, 8)) as vehicle, s.type, s.log_in_at, s.log_out_at,
            s.start_mileage, s.end_mileage, """ + DISTANCE + """
            , s.edited, s.added_by_office, open.rules, open.errors, aside.aside_until,
            s.vanished_at is not null as vanished, s.left_out_at is not null as left_out,
            """ + SIGNED + """
             as signed,
            s.log_out_at is null and (s.log_in_at < :began or exists (
                select from driver_session later
                where later.driver_id = s.driver_id and later.log_in_at > s.log_in_at and not later.discarded
                  and later.left_out_at is null)) as missing,
            (select case when newest.state = 'WAITING' and exists (select from ontime_gate where closed_why is not null)
                    then 'HELD' else newest.state end
             from delivery newest where newest.session_id = s.id
             order by newest.state in ('ACCEPTED', 'WITHDRAWN'), newest.state = 'WAITING', newest.reason = 'JOINED',
                newest.first_queued_at desc limit 1) as sent
            """;

    /** One column more: the last export that paid a day which is signed with it; null if its pay was taken back. */
    static final String PAID_IN = """
            , (select max(paid.export_number)
               from signed_session signed join day_sign_off o on o.id = signed.sign_off_id
               cross join lateral (select r.export_number, r.driver_minutes, r.dispatcher_minutes, r.distance
                   from pay_export_row r where r.driver_id = o.driver_id and r.day = o.day
                   order by r.export_number desc limit 1) paid
               where signed.session_id = s.id and o.reopened_at is null
                 and (paid.driver_minutes > 0 or paid.dispatcher_minutes > 0 or paid.distance is not null)) as paid_in
            """;

    /** The same where nobody looks at it: a list may be long. */
    static final String PAID_UNASKED = ", null::bigint as paid_in\n";

    /** The tables of {@link #LINE}, given {@code s}. */
    static final String NAMES = """
            left join driver d on d.ontime_id = s.driver_id
            left join vehicle v on v.ontime_id = s.vehicle_id
            left join put_aside aside on aside.session_id = s.id
            left join lateral (
                select array_agg(f.rule order by f.severity, f.rule, f.field) as rules,
                    count(*) filter (where f.severity = 'ERROR') as errors
                from finding f where f.session_id = s.id and not f.dismissed) open on true
            """;

    private WorklistSql() {}
}
