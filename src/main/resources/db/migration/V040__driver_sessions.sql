-- Driver sessions, and the corrections that people made to them (room session).

create table driver_session (
    id                  uuid        not null constraint driver_session_pk primary key,
    -- null until OnTime has given one to a session that the office added
    ontime_id           uuid        constraint driver_session_ontime_id_unique unique,
    driver_id           uuid,
    vehicle_id          uuid,
    type                text        not null constraint driver_session_type_known check (type in ('UNDEFINED', 'DISPATCHER', 'DRIVER')),
    log_in_at           timestamptz,
    log_out_at          timestamptz,
    start_mileage       integer,
    end_mileage         integer,
    distance            bigint      generated always as (end_mileage::bigint - start_mileage) stored,
    -- as first read: the driver's own entry; once filled, a field of it never changes
    first_driver_id     uuid,
    first_vehicle_id    uuid,
    first_type          text,
    first_log_in_at     timestamptz,
    first_log_out_at    timestamptz,
    first_start_mileage integer,
    first_end_mileage   integer,
    -- OnTime's newest record, whole, as it came: what a delivery starts from
    ontime_record       text,
    ontime_read_at      timestamptz,
    -- counts changes of the values above only
    version             bigint      not null,
    added_by_office     boolean     not null,
    edited              boolean     not null,
    discarded           boolean     not null
);

-- The grid's keyset order, newest first, and a driver's and a vehicle's line.
create index driver_session_by_log_in on driver_session (log_in_at desc nulls last, id desc) where not discarded;
create index driver_session_by_driver on driver_session (driver_id, log_in_at, id) where not discarded;
create index driver_session_by_vehicle on driver_session (vehicle_id, log_in_at, id) where not discarded;
create index driver_session_by_log_out on driver_session (log_out_at desc nulls last, id desc) where not discarded;
create index driver_session_by_distance on driver_session (distance desc nulls last, id desc) where not discarded;
-- The view "Still out" and the mark "log-out missing".
create index driver_session_open on driver_session (log_in_at, id) where log_out_at is null and not discarded;
-- The mark "odometer backwards".
create index driver_session_backwards on driver_session (log_in_at, id) where distance < 0 and not discarded;
-- Creates that OnTime hasn't given an id yet: a reading looks here for the session it may be.
create index driver_session_without_ontime_id on driver_session (driver_id, log_in_at) where ontime_id is null and not discarded;

create table correction (
    id             uuid        not null constraint correction_pk primary key,
    session_id     uuid        not null constraint correction_of_session references driver_session,
    kind           text        not null constraint correction_kind_known check (kind in ('CORRECT', 'CREATE', 'UNDO', 'REVERT', 'RESOLVE', 'WITHDRAW')),
    -- shared by what was changed together
    batch_id       uuid,
    undoes         uuid        constraint correction_undone_once unique constraint correction_undoes_correction references correction,
    version_before bigint      not null,
    version_after  bigint      not null,
    person_id      uuid        not null,
    corrected_at   timestamptz not null,
    reason         text,
    -- [{"field": "END_MILEAGE", "before": 52130, "after": 51230}, …], in the editor's order
    changes        jsonb       not null
);

create index correction_by_session on correction (session_id, corrected_at desc, id desc);
create index correction_by_time on correction (corrected_at desc, id desc);

-- Free text apart from the insert-only rows, so that it can be erased.
create table correction_note (
    correction_id uuid not null constraint correction_note_pk primary key constraint correction_note_of_correction references correction,
    note          text not null
);

grant select, insert, update on driver_session to ${app_role};
grant select, insert on correction to ${app_role};
grant select, insert on correction_note to ${app_role};
