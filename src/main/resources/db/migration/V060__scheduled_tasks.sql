-- The queue's tasks, one a session with a delivery to send or look for (room delivery; the columns are db-scheduler's).

create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    state                text,
    constraint scheduled_tasks_pk primary key (task_name, task_instance)
);

-- The poll for what is due, and the look for what died.
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

revoke all on scheduled_tasks from public, ${app_role};
grant select, insert, update, delete on scheduled_tasks to ${app_role};

do $$
begin
    if exists (select from pg_roles where rolname = '${auditor_role}') then
        grant select on scheduled_tasks to ${auditor_role};
    end if;
end
$$;
