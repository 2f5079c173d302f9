-- A look-up for a create that OnTime's answers leave open is repeated ever more seldom, and not for ever (room delivery).

alter table delivery add column failed_look_ups integer not null default 0;
