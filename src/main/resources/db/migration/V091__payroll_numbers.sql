-- What payroll calls a driver (room roster). Two OnTime users may be one person there, so a number may stand twice.

create table payroll_number (
    driver_id uuid        not null constraint payroll_number_pk primary key,
    number    text        not null constraint payroll_number_not_blank check (number ~ '\S'),
    set_by    uuid        not null,
    set_at    timestamptz not null
);

-- Who else has it.
create index payroll_number_by_number on payroll_number (number);

revoke all on payroll_number from public, ${app_role};
grant select, insert, update, delete on payroll_number to ${app_role};

do $$
begin
    if exists (select from pg_roles where rolname = '${auditor_role}') then
        grant select on payroll_number to ${auditor_role};
    end if;
end
$$;
