-- Files that people took in, and what they said their columns are (room filing).

create table filing (
    id         uuid        not null constraint filing_pk primary key,
    kind       text        not null constraint filing_kind_known check (kind in ('SESSIONS', 'USERS', 'VEHICLES')),
    -- as the browser called it
    file_name  text        not null,
    -- of its bytes: the same file is known again
    sha256     text        not null,
    person_id  uuid        not null,
    begun_at   timestamptz not null,
    -- absent while it goes on, or where the portal was killed in the midst of it
    ended_at   timestamptz,
    ending     text        constraint filing_ending_known check (ending in ('DONE', 'CANCELLED', 'FAILED')),
    -- what became of its records so far
    added      bigint      not null default 0,
    changed    bigint      not null default 0,
    same       bigint      not null default 0,
    held       bigint      not null default 0,
    bad        bigint      not null default 0
);

-- The newest files.
create index filing_by_begin on filing (begun_at desc, id desc);
-- Whether this very file was taken in before.
create index filing_by_sha256 on filing (sha256, begun_at desc);

create table filing_mapping (
    kind           text        not null constraint filing_mapping_kind_known check (kind in ('SESSIONS', 'USERS', 'VEHICLES')),
    -- of the columns' names in lower case and in order
    columns_sha256 text        not null,
    -- {"Log in": "LogInTime", …}; "*" for kept under its own name, "" for left out
    targets        text        not null,
    -- in which times are meant that don't say theirs
    zone           text,
    -- which number comes first in dates that end with their year
    date_order     text        constraint filing_mapping_date_order_known check (date_order in ('MONTH_FIRST', 'DAY_FIRST')),
    remembered_at  timestamptz not null,
    constraint filing_mapping_pk primary key (kind, columns_sha256)
);

grant select, insert, update on filing, filing_mapping to ${app_role};

do $$
begin
    if exists (select from pg_roles where rolname = '${auditor_role}') then
        grant select on filing, filing_mapping to ${auditor_role};
    end if;
end
$$;
