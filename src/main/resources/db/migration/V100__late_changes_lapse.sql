-- What was kept out stays out only as long as the session here is the one it was decided about; and who brought a late
-- change: OnTime, or a person's file.
alter table late_change
    -- the session's, when that was decided; null of decisions before this
    add version bigint,
    add by_file boolean not null default false;
