-- Which files somebody is at work on: what a portal that died left is ended by another (room filing).

alter table filing
    -- when the portal that has it in hand last said so
    add column alive_at timestamptz,
    drop constraint filing_ending_known,
    add constraint filing_ending_known
        check (ending in ('DONE', 'CANCELLED', 'FAILED', 'DATABASE', 'DISK', 'RIGHTS'));

-- Those without an ending; few.
create index filing_under_way on filing (begun_at) where ending is null;
