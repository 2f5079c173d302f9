-- What the reading knows of sessions that it can't or needn't read now (room intake).

alter table reading_record
    -- since when it isn't there when asked for; absent while it is
    add column not_there_since timestamptz;

update reading_record set not_there_since = read_at where outcome = 'GONE';

-- Sessions that no reading brought, but a file or an answer to a create: known from now on, so that they are compared.
insert into reading_record (kind, ontime_id, about, still_open, rank, read_at)
select 'SESSIONS', ontime_id, log_in_at, log_out_at is null, 2, coalesce(ontime_read_at, now())
  from driver_session
 where ontime_id is not null and not discarded
on conflict (kind, ontime_id) do nothing;

-- Those of them that a list names.
create index reading_record_unasked on reading_record (ontime_id) where outcome is null and due_at is null;

-- Progress of a reading: what is done since it began.
create index reading_record_done on reading_record (read_at) where kind = 'SESSIONS' and due_at is null;
drop index reading_record_by_read;
