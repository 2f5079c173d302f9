-- What was read from OnTime for an attempt: the record before an update, the look-up for an uncertain create. INSERT only.
create table delivery_reading (
    id            bigint      generated always as identity constraint delivery_reading_pk primary key,
    attempt_id    bigint      not null constraint delivery_reading_of_attempt references delivery_attempt,
    started_at    timestamptz not null,
    took_millis   bigint      not null,
    path          text        not null,
    status        integer,
    response_text text        not null
);

comment on table delivery_reading is 'A GET that belongs to an attempt, with what came back; the key is in none of it.';

-- The evidence of one delivery.
create index delivery_reading_by_attempt on delivery_reading (attempt_id);

revoke all on delivery_reading from public, ${app_role};
grant select, insert on delivery_reading to ${app_role};

do $$
begin
    if exists (select from pg_roles where rolname = '${auditor_role}') then
        grant select on delivery_reading to ${auditor_role};
    end if;
end
$$;
