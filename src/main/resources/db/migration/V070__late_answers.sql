-- An answer that comes after its attempt was given up, and the record too many that it may speak of (room delivery).

-- The answer came after another attempt had taken over; what it sent may have overwritten newer values since then.
alter table delivery_attempt add column late_at timestamptz;

-- A person looked in OnTime at the possible duplicate and is done with it.
alter table delivery add column other_settled_at timestamptz;

comment on column delivery.other_ontime_id is
    'A possible duplicate: OnTime answered an update with the record of another id, or answered a create late.';

-- The possible duplicates of a session that nobody has decided on.
create index delivery_duplicate on delivery (session_id) where other_ontime_id is not null and other_settled_at is null;
