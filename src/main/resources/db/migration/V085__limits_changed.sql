-- A changed limit judges again what hangs on it, and no more; whoever changed it last is told (room finding).

alter table rule_limits
    add column changed_by uuid,
    add column changed_at timestamptz;

-- Whether the check that is wanted, and the one that began last, look at drivers' lines, too: a limit of what can be driven
-- bears upon vehicles' lines alone.
alter table full_check
    add column wanted_drivers boolean not null default false,
    add column with_drivers   boolean not null default true;
update full_check set wanted_drivers = wanted;

-- The look at sessions beyond a limit of what the site is told of: back from the newest, a piece in a transaction.
create table limits_check (
    one_row      boolean     not null default true constraint limits_check_pk primary key constraint limits_check_is_one_row check (one_row),
    -- sessions that go farther or last longer are judged again; null: none for that
    distance     integer,
    minutes      integer,
    -- how far it is; null: at the newest
    back_to      timestamptz,
    back_to_id   uuid,
    started_at   timestamptz,
    ended_at     timestamptz,
    looked_at    bigint      not null default 0,
    of_all       bigint      not null default 0,
    -- so many of them are judged again
    reached      bigint      not null default 0
);
insert into limits_check default values;

revoke all on limits_check from public, ${app_role};
grant select, update on limits_check to ${app_role};

do $$
begin
    if exists (select from pg_roles where rolname = '${auditor_role}') then
        grant select on limits_check to ${auditor_role};
    end if;
end
$$;
