-- The morning line by mail (room morning): a row each day on which one was begun, so that one leaves however many portals
-- there are. One of which nobody knows whether it left isn't sent again; one that is known to have failed is.

create table morning_line (
    day       date        not null constraint morning_line_pk primary key,
    tries     integer     not null,
    tried_at  timestamptz not null,
    -- null while it is being sent, and where its portal died meanwhile
    failed_at timestamptz,
    sent_at   timestamptz,
    constraint morning_line_sent_or_failed check (sent_at is null or failed_at is null)
);

revoke all on morning_line from public, ${app_role};
grant select, insert, update on morning_line to ${app_role};

do $$
begin
    if exists (select from pg_roles where rolname = '${auditor_role}') then
        grant select on morning_line to ${auditor_role};
    end if;
end
$$;
