-- Exports (room payout): a day's time is rounded for good as it was when the day was paid first, whatever the site sets later.
alter table pay_export_row
    -- a multiple of so many seconds
    add column rounded_to integer;

update pay_export_row r
set rounded_to = case e.rounding when 'MINUTE' then 60 when 'FIVE_MINUTES' then 300 when 'TENTH_OF_AN_HOUR' then 360 else 900 end
from pay_export e
where e.number = r.export_number;

alter table pay_export_row
    alter column rounded_to set not null,
    add constraint pay_export_row_rounded check (rounded_to > 0),
    -- No export has a day twice; read backwards it says what a driver's day was paid last.
    add constraint pay_export_row_once unique (driver_id, day, export_number);

drop index pay_export_row_by_day;
