-- A session of a signed or closed day that OnTime changed isn't as OnTime has it until a person decides (room intake).

alter table reading_difference drop constraint reading_difference_what_known;
alter table reading_difference add constraint reading_difference_what_known
    check (what in ('CHANGED_IN_ONTIME', 'OURS_WAITS', 'CHANGED_WHILE_OURS_WAITS', 'DAY_SETTLED', 'VANISHED', 'UNREADABLE'));
