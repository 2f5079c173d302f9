-- What each correction and each delivery writes for nothing (docs/performance.md).

-- No screen lists corrections by time: the trail does.
drop index correction_by_time;

-- One partial index for both: the open deliveries of a session, and how many of each state there are.
drop index delivery_open_states;
drop index delivery_open;
create index delivery_open on delivery (session_id, state) where state not in ('ACCEPTED', 'WITHDRAWN');

-- Only what runs has a heartbeat.
drop index scheduled_tasks_heartbeat;
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat) where last_heartbeat is not null;
