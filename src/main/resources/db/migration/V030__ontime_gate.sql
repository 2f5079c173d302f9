-- The site's gate to OnTime, one row: what keeps requests of every instance back, and how many calls are left
-- (room connection).

create table ontime_gate (
    one_row           boolean     not null default true constraint ontime_gate_pk primary key,
    -- a person has to mend the key, its permission or the address
    closed_why        text        constraint ontime_gate_why_known
                                  check (closed_why in ('KEY_MISSING', 'KEY_REFUSED', 'NOT_PERMITTED', 'WRONG_ADDRESS')),
    closed_words      text,
    closed_by         text        constraint ontime_gate_errand_known check (closed_by in ('READING', 'SENDING')),
    closed_at         timestamptz,
    -- when one request is let through the closed gate
    probe_at          timestamptz,
    -- OnTime's own limit
    paused_until      timestamptz,
    -- a run of failures by OnTime's fault or the network's; retry_at once it is long enough to pause the site
    failures          integer     not null default 0,
    failing_since     timestamptz,
    failing_why       text,
    retry_at          timestamptz,
    daily_limit       bigint,
    daily_remaining   bigint,
    daily_reset       timestamptz,
    monthly_limit     bigint,
    monthly_remaining bigint,
    monthly_reset     timestamptz,
    limits_seen_at    timestamptz,
    constraint ontime_gate_is_one_row check (one_row),
    constraint ontime_gate_closed_whole check (num_nulls(closed_why, closed_words, closed_by, closed_at, probe_at) in (0, 5)),
    constraint ontime_gate_failing_whole check ((failures = 0) = (failing_since is null))
);

comment on table ontime_gate is 'The site''s gate to OnTime; one row.';

insert into ontime_gate default values;

revoke all on ontime_gate from public, ${app_role};
grant select, update on ontime_gate to ${app_role};

do $$
begin
    if exists (select from pg_roles where rolname = '${auditor_role}') then
        grant select on ontime_gate to ${auditor_role};
    end if;
end
$$;
