-- What is wrong with sessions, as far as their lines say, and what people said about it (room finding).

-- No table here refers to driver_session by a foreign key: its check would lock rows of sessions after others, against the
-- order in which everybody locks. Sessions are never deleted.

-- Sessions to be judged again, put in the transaction that moved them; whoever judges them takes the row with it.
create table finding_due (
    id         bigint      generated always as identity constraint finding_due_pk primary key,
    session_id uuid        not null,
    -- where it stood; null where it stood in no such line. Where it stands now is looked up
    vehicle_id uuid,
    driver_id  uuid,
    log_in_at  timestamptz,
    -- its neighbours in the driver's line see it otherwise
    beside     boolean     not null,
    -- only it, not what stands around it
    alone      boolean     not null
)
-- Rows come and go: whoever looks for the first one shouldn't walk past those that went.
with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- What one line says of a session; none where nothing. What stands of both lines together is in finding.
create table line_verdict (
    session_id  uuid not null,
    line        text not null constraint line_verdict_line_known check (line in ('VEHICLE', 'DRIVER')),
    findings    text not null,
    -- the time that other vehicles were asked about: a session that moves there may change the verdict
    asked_from  timestamptz,
    asked_until timestamptz,
    constraint line_verdict_pk primary key (session_id, line)
);

create index line_verdict_asked on line_verdict using gist (tstzrange(asked_from, asked_until, '[]')) where asked_from is not null;

create table finding (
    session_id  uuid        not null,
    rule        text        not null,
    field       text        not null,
    severity    text        not null constraint finding_severity_known check (severity in ('ERROR', 'WARNING')),
    -- the session that says otherwise
    contradicts uuid,
    seen        bigint,
    bound       bigint,
    site_limit  boolean     not null,
    -- the best first
    suggestions jsonb       not null,
    -- of the best
    confidence  real,
    found_at    timestamptz not null,
    -- a person said that it is none; stands in dismissal
    dismissed   boolean     not null,
    constraint finding_pk primary key (session_id, rule, field)
);

-- How many are open, by severity and rule.
create index finding_open on finding (severity, rule, session_id) where not dismissed;
-- What hangs on a session.
create index finding_contradicts on finding (contradicts) where contradicts is not null and not dismissed;

-- A session with open findings, in the order in which a person takes them.
create table problem (
    session_id  uuid        not null constraint problem_pk primary key,
    -- so many findings of other sessions are measured against it
    hanging     integer     not null,
    errors      integer     not null,
    warnings    integer     not null,
    vehicle_id  uuid        not null,
    log_in_at   timestamptz not null,
    -- put aside until then
    aside_until timestamptz,
    -- what settles most comes first, an error before a warning
    turn        integer     not null generated always as (-(least(hanging, 1000) * 2 + case when errors > 0 then 1 else 0 end)) stored
);

comment on column problem.vehicle_id is 'Its vehicle''s, all zero for none: an order needs a value.';

create index problem_in_order on problem (turn, vehicle_id, log_in_at, session_id);

-- Sessions whose verdict hangs on the time: open ones, and those that begin in the future.
create table timed_session (
    session_id uuid not null constraint timed_session_pk primary key,
    state      text not null constraint timed_session_state_known check (state in ('LOGGED_IN', 'NOT_READ', 'SOON', 'FUTURE'))
);

create table dismissal (
    session_id    uuid        not null,
    rule          text        not null,
    field         text        not null,
    person_id     uuid        not null,
    dismissed_at  timestamptz not null,
    -- of the values of the session and of its neighbours in either line: with another one the dismissal falls
    vehicle_print text        not null,
    driver_print  text        not null,
    constraint dismissal_pk primary key (session_id, rule, field)
);

create table put_aside (
    session_id  uuid        not null constraint put_aside_pk primary key,
    aside_until timestamptz not null,
    person_id   uuid        not null,
    put_at      timestamptz not null
);

-- The list of what is aside.
create index put_aside_until on put_aside (aside_until, session_id);

-- Free text apart, so that it can be erased.
create table finding_note (
    session_id uuid not null,
    -- what it was written for: ASIDE, or the rule and the field that were dismissed
    about      text not null,
    note       text not null,
    constraint finding_note_pk primary key (session_id, about)
);

-- A reading that nobody can tell: it is kept, and counts nowhere.
create table reading_not_known (
    session_id uuid        not null,
    field      text        not null constraint reading_not_known_field_known check (field in ('START_MILEAGE', 'END_MILEAGE')),
    person_id  uuid        not null,
    said_at    timestamptz not null,
    constraint reading_not_known_pk primary key (session_id, field)
);

create table new_odometer (
    vehicle_id uuid        not null,
    -- sessions that begin then or later read it
    since      timestamptz not null,
    reading    integer     not null constraint new_odometer_reading_possible check (reading >= 0),
    person_id  uuid        not null,
    said_at    timestamptz not null,
    constraint new_odometer_pk primary key (vehicle_id, since)
);

-- What the site wants to be told of; null is the default of the site's unit.
create table rule_limits (
    one_row       boolean not null default true constraint rule_limits_pk primary key constraint rule_limits_is_one_row check (one_row),
    warn_distance integer constraint rule_limits_warn_distance_possible check (warn_distance > 0),
    warn_minutes  integer constraint rule_limits_warn_minutes_possible check (warn_minutes > 0),
    most_a_day    integer constraint rule_limits_most_a_day_possible check (most_a_day > 0),
    top_speed     integer constraint rule_limits_top_speed_possible check (top_speed > 0)
);
insert into rule_limits default values;

-- The check of all sessions: one at a time, on whichever instance; wanted once at first.
create table full_check (
    one_row    boolean     not null default true constraint full_check_pk primary key constraint full_check_is_one_row check (one_row),
    wanted     boolean     not null default true,
    started_at timestamptz,
    ended_at   timestamptz,
    -- looked at so far, in both kinds of line; of how many
    looked_at  bigint      not null default 0,
    of_all     bigint      not null default 0,
    -- so many verdicts were not as stored
    differed   bigint      not null default 0
);
insert into full_check default values;

-- In which other vehicle's line a reading may belong: by the day and the reading. So a look costs the same in a large fleet.
create index driver_session_by_day_end on driver_session (((log_in_at at time zone 'UTC')::date), end_mileage)
    where end_mileage > 0 and not discarded;
create index driver_session_by_day_start on driver_session (((log_in_at at time zone 'UTC')::date), start_mileage)
    where start_mileage > 0 and not discarded;

revoke all on finding_due, line_verdict, finding, problem, timed_session, dismissal, put_aside, finding_note,
    reading_not_known, new_odometer, rule_limits, full_check from public, ${app_role};
grant select, insert, delete on finding_due to ${app_role};
grant select, insert, update, delete on line_verdict, finding, problem, timed_session, dismissal, put_aside, finding_note,
    reading_not_known, new_odometer to ${app_role};
grant select, update on rule_limits, full_check to ${app_role};

do $$
begin
    if exists (select from pg_roles where rolname = '${auditor_role}') then
        grant select on finding_due, line_verdict, finding, problem, timed_session, dismissal, put_aside, finding_note,
            reading_not_known, new_odometer, rule_limits, full_check to ${auditor_role};
    end if;
end
$$;
