-- A session that OnTime doesn't have any more is marked, never deleted; the mark goes when OnTime has it again.
alter table driver_session add column vanished_at timestamptz;

comment on column driver_session.vanished_at is 'Since when OnTime doesn''t have it any more, as far as a reading saw; null while it has.';

-- The list filtered by "Vanished from OnTime", in its keyset order.
create index driver_session_vanished on driver_session (log_in_at desc nulls last, id desc) where vanished_at is not null and not discarded;
