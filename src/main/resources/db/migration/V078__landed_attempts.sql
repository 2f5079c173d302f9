-- Values that were found in OnTime after another try had taken over explain themselves once (room delivery).

-- when a reading found there what the attempt sent; late_at alone: when its answer came
alter table delivery_attempt add column landed_at timestamptz;

update delivery_attempt set landed_at = late_at where late_at is not null and status is null;
