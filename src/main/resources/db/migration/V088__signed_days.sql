-- Drivers' days that a person said are right, days nobody worked on, closed pay periods, and what changed there since
-- (room signoff). As in V082 nothing here refers to driver_session by a foreign key.

create table day_sign_off (
    id                 uuid        not null constraint day_sign_off_pk primary key,
    driver_id          uuid        not null,
    day                date        not null,
    signed_by          uuid        not null,
    signed_at          timestamptz not null,
    -- why in spite of warnings
    reason             text,
    -- what counted on the day, as signed
    driver_seconds     bigint      not null,
    dispatcher_seconds bigint      not null,
    distance           bigint,
    sessions           integer     not null,
    without_distance   integer     not null,
    -- null while it stands
    reopened_by        uuid,
    reopened_at        timestamptz,
    reopen_reason      text,
    constraint day_sign_off_reopened_whole check (num_nulls(reopened_by, reopened_at, reopen_reason) in (0, 3))
);

-- One stands at a time; a day's, and a driver's within a period.
create unique index day_sign_off_standing on day_sign_off (driver_id, day) where reopened_at is null;
create index day_sign_off_by_day on day_sign_off (day, driver_id) where reopened_at is null;
-- What was signed of a driver's day before.
create index day_sign_off_by_driver on day_sign_off (driver_id, day, signed_at desc);

-- The sessions that counted, with their values as signed: locked as long as the sign-off stands.
create table signed_session (
    sign_off_id   uuid        not null constraint signed_session_of_sign_off references day_sign_off,
    session_id    uuid        not null,
    version       bigint      not null,
    vehicle_id    uuid,
    type          text        not null,
    log_in_at     timestamptz not null,
    log_out_at    timestamptz,
    start_mileage integer,
    end_mileage   integer,
    constraint signed_session_pk primary key (sign_off_id, session_id)
);

create index signed_session_by_session on signed_session (session_id);

-- A person's word that somebody of whom nothing is entered did not work.
create table day_not_worked (
    id            uuid        not null constraint day_not_worked_pk primary key,
    driver_id     uuid        not null,
    day           date        not null,
    said_by       uuid        not null,
    said_at       timestamptz not null,
    -- null while it stands
    taken_back_by uuid,
    taken_back_at timestamptz,
    constraint day_not_worked_taken_back_whole check (num_nulls(taken_back_by, taken_back_at) in (0, 2))
);

create unique index day_not_worked_standing on day_not_worked (day, driver_id) where taken_back_at is null;

create table closed_period (
    id            uuid        not null constraint closed_period_pk primary key,
    first_day     date        not null,
    last_day      date        not null,
    closed_by     uuid        not null,
    closed_at     timestamptz not null,
    -- null while it stands
    reopened_by   uuid,
    reopened_at   timestamptz,
    reopen_reason text,
    constraint closed_period_not_backwards check (last_day >= first_day),
    constraint closed_period_reopened_whole check (num_nulls(reopened_by, reopened_at, reopen_reason) in (0, 3)),
    -- Each day is in one at most.
    constraint closed_period_once exclude using gist (daterange(first_day, last_day, '[]') with &&) where (reopened_at is null)
);

-- What a reading or a file brought for a settled day, until a person decides.
create table late_change (
    id            uuid        not null constraint late_change_pk primary key,
    session_id    uuid        not null,
    kind          text        not null constraint late_change_kind_known check (kind in ('CHANGED', 'NEW', 'GONE')),
    noticed_at    timestamptz not null,
    -- OnTime's values; of one that is gone the last ones
    driver_id     uuid,
    vehicle_id    uuid,
    type          text        not null,
    log_in_at     timestamptz,
    log_out_at    timestamptz,
    start_mileage integer,
    end_mileage   integer,
    -- null while it is open
    decision      text        constraint late_change_decision_known check (decision in ('TAKEN', 'KEPT', 'SETTLED')),
    decided_at    timestamptz,
    -- null where nobody had to: OnTime's values came to be the signed ones
    decided_by    uuid,
    constraint late_change_decided_whole check (num_nulls(decision, decided_at) in (0, 2) and (decision is not null or decided_by is null))
);

-- One is open a session at a time; the list of all that are.
create unique index late_change_open on late_change (session_id) where decision is null;
create index late_change_waiting on late_change (noticed_at, id) where decision is null;
create index late_change_by_session on late_change (session_id, noticed_at desc);

revoke all on day_sign_off, signed_session, day_not_worked, closed_period, late_change from public, ${app_role};
grant select, insert on day_sign_off, signed_session, day_not_worked, closed_period to ${app_role};
grant update (reopened_by, reopened_at, reopen_reason) on day_sign_off to ${app_role};
grant update (taken_back_by, taken_back_at) on day_not_worked to ${app_role};
grant update (reopened_by, reopened_at, reopen_reason) on closed_period to ${app_role};
grant select, insert, update on late_change to ${app_role};

do $$
begin
    if exists (select from pg_roles where rolname = '${auditor_role}') then
        grant select on day_sign_off, signed_session, day_not_worked, closed_period, late_change to ${auditor_role};
    end if;
end
$$;
