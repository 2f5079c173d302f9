-- What was handed to payroll (room payout): each export with its rows as they were handed over, so that its files are the
-- same again whenever somebody takes them.

create table pay_export (
    -- "Export no. 15"; without gaps, because somebody will ask where no. 14 is
    number        bigint      not null constraint pay_export_pk primary key,
    first_day     date        not null,
    last_day      date        not null,
    made_by       uuid        not null,
    made_at       timestamptz not null,
    -- to what a day's time was rounded
    rounding      text        not null,
    rows          bigint      not null,
    -- the history of changes as it stood: what a printed export can be held against
    trail_entries bigint      not null,
    trail_chain   bytea       not null,
    constraint pay_export_not_backwards check (last_day >= first_day),
    constraint pay_export_has_rows check (rows > 0)
);

create table pay_export_row (
    export_number             bigint  not null constraint pay_export_row_of_export references pay_export,
    -- in the order of its files: by driver, then by day
    position                  bigint  not null,
    driver_id                 uuid    not null,
    -- both as they were then
    driver_name               text    not null,
    payroll_number            text,
    day                       date    not null,
    -- null where the day's signature fell and nothing counts on it any more: what was paid is taken back
    sign_off_id               uuid    constraint pay_export_row_of_sign_off references day_sign_off,
    driver_seconds            bigint  not null,
    dispatcher_seconds        bigint  not null,
    driver_minutes            bigint  not null,
    dispatcher_minutes        bigint  not null,
    -- null: of no session recorded, which is not 0
    distance                  bigint,
    without_distance          integer not null,
    -- the export that had this day before, and what it paid; null and 0 the first time
    export_before             bigint  constraint pay_export_row_after_export references pay_export,
    driver_minutes_before     bigint  not null,
    dispatcher_minutes_before bigint  not null,
    distance_before           bigint,
    constraint pay_export_row_pk primary key (export_number, position)
);

-- What a driver's day was paid last.
create index pay_export_row_by_day on pay_export_row (driver_id, day, export_number desc);
-- What was paid of a period's days.
create index pay_export_row_of_days on pay_export_row (day, driver_id);

revoke all on pay_export, pay_export_row from public, ${app_role};
grant select, insert on pay_export, pay_export_row to ${app_role};

do $$
begin
    if exists (select from pg_roles where rolname = '${auditor_role}') then
        grant select on pay_export, pay_export_row to ${auditor_role};
    end if;
end
$$;
