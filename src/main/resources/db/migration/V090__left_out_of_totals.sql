-- A session that a person leaves out of totals: a duplicate, or somebody's test. Nothing of it is deleted or sent.
alter table driver_session add column left_out_at timestamptz;

comment on column driver_session.left_out_at is 'Since when a person leaves it out of totals; null while it counts.';

alter table correction drop constraint correction_kind_known;
alter table correction add constraint correction_kind_known
    check (kind in ('CORRECT', 'CREATE', 'UNDO', 'REVERT', 'RESOLVE', 'WITHDRAW', 'LEAVE_OUT', 'COUNT_AGAIN'));

-- The lists by mark, in their keyset order: few sessions of many have one.
create index driver_session_left_out on driver_session (log_in_at desc nulls last, id desc) where left_out_at is not null and not discarded;
create index driver_session_edited on driver_session (log_in_at desc nulls last, id desc) where edited and not discarded;
create index driver_session_added on driver_session (log_in_at desc nulls last, id desc) where added_by_office and not discarded;

-- What was changed together with a correction: the two halves of a split.
create index correction_by_batch on correction (batch_id) where batch_id is not null;
