-- The signatures that fell, by day (Day check; room signoff).
create index day_sign_off_reopened on day_sign_off (day, driver_id, signed_at desc) where reopened_at is not null;
