-- What has been read from OnTime and what is still to be read (room intake), so that a restart goes on where it was.

-- One instance reads at a time; the database's clock says how long it may.
create table reading_lease (
    one_row    boolean     not null default true constraint reading_lease_pk primary key constraint reading_lease_is_one_row check (one_row),
    holder     uuid,
    held_until timestamptz not null default '-infinity'
);
insert into reading_lease default values;

create table reading_state (
    one_row          boolean not null default true constraint reading_state_pk primary key constraint reading_state_is_one_row check (one_row),
    -- the first fill: counted back in days from here; absent before the first list
    fill_from        timestamptz,
    fill_days_listed integer not null default 0,
    filled           boolean not null default false,
    -- the newest list over the window, list of users and vehicles, reading of every session of the window
    listed_at        timestamptz,
    users_listed_at  timestamptz,
    vehicles_listed_at timestamptz,
    window_read_at   timestamptz,
    -- the reading under way, whose progress is shown; absent between two
    run_started_at   timestamptz,
    completed_at     timestamptz,
    -- when somebody asked for a reading at once
    wanted_at        timestamptz,
    -- OnTime's record with the newest log-in, as text: its times are shown read both ways
    newest_log_in    timestamptz,
    newest_record    text
);
insert into reading_state default values;

-- A kind of record that can't be read for now.
create table reading_stop (
    kind        text        not null constraint reading_stop_pk primary key constraint reading_stop_kind_known check (kind in ('SESSIONS', 'USERS', 'VEHICLES')),
    why         text        not null constraint reading_stop_why_known check (why in ('FORBIDDEN', 'NOT_THERE', 'MALFORMED')),
    words       text        not null,
    since       timestamptz not null,
    tries_again timestamptz not null
);

-- Every record that a list or another record named; those with due_at are still to be read.
create table reading_record (
    kind       text        not null constraint reading_record_kind_known check (kind in ('SESSIONS', 'USERS', 'VEHICLES')),
    ontime_id  uuid        not null,
    -- about when it was logged in: from the lists at first, then as read; absent while no list of a day named it
    about      timestamptz,
    still_open boolean     not null default false,
    -- 1 names of what has been read, 2 sessions, 3 the rest of the roster, 4 what is only compared
    rank       smallint    not null,
    due_at     timestamptz,
    tries      integer     not null default 0,
    read_at    timestamptz,
    outcome    text        constraint reading_record_outcome_known check (outcome in ('READ', 'GONE', 'UNREADABLE')),
    -- why it could not be read, and the beginning of what came
    reason     text,
    shown      text,
    constraint reading_record_pk primary key (kind, ontime_id)
);

-- What to read next.
create index reading_record_due on reading_record (rank, still_open desc, about desc nulls last, ontime_id) where due_at is not null;
-- Progress of a reading.
create index reading_record_by_read on reading_record (kind, read_at);
-- Open sessions that are read again; what could not be read.
create index reading_record_open on reading_record (read_at) where still_open;
create index reading_record_unreadable on reading_record (read_at desc) where outcome = 'UNREADABLE';

grant select, update on reading_lease, reading_state to ${app_role};
grant select, insert, update, delete on reading_stop, reading_record to ${app_role};

do $$
begin
    if exists (select from pg_roles where rolname = '${auditor_role}') then
        grant select on reading_lease, reading_state, reading_stop, reading_record to ${auditor_role};
    end if;
end
$$;
