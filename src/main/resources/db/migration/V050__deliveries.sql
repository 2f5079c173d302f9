-- What waits to go to OnTime, what became of it, and each try with its evidence (room delivery).

create table delivery (
    id               uuid        not null constraint delivery_pk primary key,
    session_id       uuid        not null constraint delivery_of_session references driver_session,
    state            text        not null constraint delivery_state_known
                                 check (state in ('WAITING', 'SENDING', 'ACCEPTED', 'REJECTED', 'UNCERTAIN', 'CONFLICT', 'WITHDRAWN')),
    -- why it is in that state: a code that the screens put into words, and OnTime's own words or an error's
    reason           text        not null,
    words            text,
    -- OnTime's record that the portal's values started from; null for a session that OnTime doesn't have
    base_record      text,
    first_queued_at  timestamptz not null,
    queued_at        timestamptz not null,
    state_changed_at timestamptz not null,
    -- WAITING: when it leaves; UNCERTAIN: when it is looked for again, null once a person has to decide
    next_attempt_at  timestamptz,
    attempts         integer     not null default 0,
    look_ups         integer     not null default 0,
    newest_attempt   bigint,
    sent_version     bigint,
    -- who and when a create said it is; a reading that brings this may have found it
    sent_driver_id   uuid,
    sent_log_in_at   timestamptz,
    -- an attempt was sent and never answered
    may_have_arrived boolean     not null default false,
    -- OnTime answered an update with the record of another id: a possible duplicate
    other_ontime_id  uuid,
    constraint delivery_leaves_some_time check (state <> 'WAITING' or next_attempt_at is not null)
);

comment on table delivery is 'What waits to go to OnTime for one session; no payload: each attempt freezes the values of its moment.';

create unique index delivery_one_waiting on delivery (session_id) where state = 'WAITING';
create unique index delivery_one_under_way on delivery (session_id) where state in ('SENDING', 'UNCERTAIN');
-- A session's deliveries, newest first; how a session stands.
create index delivery_by_session on delivery (session_id, first_queued_at desc, id desc);
-- The open ones of a session, and how many of each state there are.
create index delivery_open on delivery (session_id) where state not in ('ACCEPTED', 'WITHDRAWN');
create index delivery_open_states on delivery (state) where state not in ('ACCEPTED', 'WITHDRAWN');
-- The list "Sent to OnTime", all and of one state.
create index delivery_by_change on delivery (state_changed_at desc, id desc);
create index delivery_by_state on delivery (state, state_changed_at desc, id desc);
-- Creates that may have arrived.
create index delivery_create_awaited on delivery (sent_driver_id, sent_log_in_at)
    where state in ('WAITING', 'SENDING', 'UNCERTAIN') and sent_driver_id is not null;

create table delivery_attempt (
    id              bigint      generated always as identity constraint delivery_attempt_pk primary key,
    delivery_id     uuid        not null constraint delivery_attempt_of_delivery references delivery,
    n               integer     not null,
    session_version bigint      not null,
    instance        text        not null,
    started_at      timestamptz not null,
    -- frozen, in its own commit, right before it leaves
    sent_at         timestamptz,
    request_text    text,
    finished_at     timestamptz,
    outcome         text        constraint delivery_attempt_outcome_known
                                check (outcome in ('ACCEPTED', 'ALREADY_THERE', 'REJECTED', 'CONFLICT', 'NOT_AUTHORISED',
                                                   'LIMIT_REACHED', 'TRY_LATER', 'UNKNOWN', 'NOT_SENT')),
    status          integer,
    response_text   text,
    words           text,
    constraint delivery_attempt_numbered unique (delivery_id, n),
    constraint delivery_attempt_finished_whole check ((finished_at is null) = (outcome is null))
);

comment on table delivery_attempt is 'One numbered try of a delivery, with what was sent and what came back; the key is in none of it.';

-- Which corrections a delivery carries.
create table delivery_correction (
    delivery_id   uuid not null constraint delivery_correction_delivery references delivery,
    correction_id uuid not null constraint delivery_correction_correction references correction,
    constraint delivery_correction_pk primary key (correction_id, delivery_id)
);

create index delivery_correction_by_delivery on delivery_correction (delivery_id);

revoke all on delivery, delivery_attempt, delivery_correction from public, ${app_role};
grant select, insert, update on delivery, delivery_attempt to ${app_role};
grant select, insert on delivery_correction to ${app_role};

do $$
begin
    if exists (select from pg_roles where rolname = '${auditor_role}') then
        grant select on delivery, delivery_attempt, delivery_correction to ${auditor_role};
    end if;
end
$$;
