-- The daily comparison with OnTime, a row a day, and what of it differed (room intake).

alter table reading_record
    -- the newest list over the window doesn't name it; that it is gone only the record itself can say
    add column missed_at timestamptz;

-- The sessions of the window: which of them a list doesn't name, which are compared next.
create index reading_record_window on reading_record (about desc) where kind = 'SESSIONS';
-- Missed ones that a list names again.
create index reading_record_missed on reading_record (ontime_id) where missed_at is not null or outcome = 'GONE';

create table reading_comparison (
    id              bigint      generated always as identity constraint reading_comparison_pk primary key,
    -- every session of the window once: a pass; where the calls of one day don't suffice it goes on for several
    pass_started_at timestamptz not null,
    pass_day        integer     not null,
    window_from     timestamptz not null,
    -- sessions of the pass; compared before this day; the most that this day may compare
    total           integer     not null,
    compared_before integer     not null,
    budget          integer     not null,
    same            integer     not null default 0,
    differ          integer     not null default 0,
    vanished        integer     not null default 0,
    unreadable      integer     not null default 0,
    started_at      timestamptz not null,
    ended_at        timestamptz,
    -- of the pass, when the day's work ended
    left_over       integer     constraint reading_comparison_ends_whole check ((ended_at is null) = (left_over is null))
);

create unique index reading_comparison_under_way on reading_comparison ((true)) where ended_at is null;

create table reading_difference (
    comparison_id bigint      not null constraint reading_difference_of_comparison references reading_comparison,
    ontime_id     uuid        not null,
    -- absent where nothing of the record was ever taken in
    session_id    uuid,
    what          text        not null constraint reading_difference_what_known
        check (what in ('CHANGED_IN_ONTIME', 'OURS_WAITS', 'CHANGED_WHILE_OURS_WAITS', 'VANISHED', 'UNREADABLE')),
    -- which fields differ, separated by blanks
    fields        text        not null default '',
    found_at      timestamptz not null,
    constraint reading_difference_pk primary key (comparison_id, ontime_id)
);

-- The list of one day, as it was found.
create index reading_difference_found on reading_difference (comparison_id, found_at, ontime_id);

grant select, insert, update on reading_comparison to ${app_role};
grant select, insert on reading_difference to ${app_role};

do $$
begin
    if exists (select from pg_roles where rolname = '${auditor_role}') then
        grant select on reading_comparison, reading_difference to ${auditor_role};
    end if;
end
$$;
