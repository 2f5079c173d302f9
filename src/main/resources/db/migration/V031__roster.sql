-- Names behind OnTime's ids (room roster): the users and vehicles as last read.

create table driver (
    ontime_id  uuid        not null constraint driver_pk primary key,
    -- as people read it: "Ruiz, Marco"
    name       text        not null,
    -- what lists sort by: lower case, without accents, numbers padded so that 2 comes before 14
    sort_name  text        not null collate "C",
    is_driver  boolean     not null,
    -- OnTime's record, whole, as it came
    record     text        not null,
    read_at    timestamptz not null
);

-- The driver filter and combobox: any part of the name.
create index driver_by_part_of_name on driver using gin (name gin_trgm_ops);
-- Lists in order of the name.
create index driver_by_name on driver (sort_name, ontime_id);

create table vehicle (
    ontime_id          uuid        not null constraint vehicle_pk primary key,
    -- as people call it: the Fleet ID, else the plate, else the first 8 digits of the id
    name               text        not null,
    sort_name          text        not null collate "C",
    fleet_id           text,
    registration_plate text,
    company            boolean     not null,
    record             text        not null,
    read_at            timestamptz not null
);

-- The vehicle filter and combobox: any part of what it is called or of its plate.
create index vehicle_by_part_of_name on vehicle using gin (name gin_trgm_ops, registration_plate gin_trgm_ops);
create index vehicle_by_name on vehicle (sort_name, ontime_id);

grant select, insert, update on driver, vehicle to ${app_role};

do $$
begin
    if exists (select from pg_roles where rolname = '${auditor_role}') then
        grant select on driver, vehicle to ${auditor_role};
    end if;
end
$$;
