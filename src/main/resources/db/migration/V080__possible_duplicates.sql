-- A session may have several possible duplicates in OnTime: each is shown until a person has looked (room delivery).

create table possible_duplicate (
    session_id  uuid        not null constraint possible_duplicate_of_session references driver_session,
    ontime_id   uuid        not null,
    -- whose try OnTime answered with that record
    delivery_id uuid        not null constraint possible_duplicate_of_delivery references delivery,
    noted_at    timestamptz not null,
    -- a person looked in OnTime and is done with it
    settled_at  timestamptz,
    constraint possible_duplicate_pk primary key (session_id, ontime_id)
);

comment on table possible_duplicate is
    'A record too many: OnTime answered an update with the record of another id, or answered a create late.';

insert into possible_duplicate (session_id, ontime_id, delivery_id, noted_at, settled_at)
select distinct on (session_id, other_ontime_id) session_id, other_ontime_id, id, state_changed_at, other_settled_at
from delivery
where other_ontime_id is not null
order by session_id, other_ontime_id, other_settled_at desc nulls first;

drop index delivery_duplicate;
alter table delivery drop column other_settled_at;

comment on column delivery.other_ontime_id is 'The newest possible duplicate that a try of it led to: where a look-up looks, too.';

revoke all on possible_duplicate from public, ${app_role};
grant select, insert, update on possible_duplicate to ${app_role};

do $$
begin
    if exists (select from pg_roles where rolname = '${auditor_role}') then
        grant select on possible_duplicate to ${auditor_role};
    end if;
end
$$;
