-- Which columns an export's files have (room payout): those of exports that are made stay as they were. 2 has minutes beside
-- decimal hours.
alter table pay_export add column form smallint not null default 1;
alter table pay_export alter column form drop default;
