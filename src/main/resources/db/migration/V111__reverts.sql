-- What a REVERT takes back. Not "undoes": what was reverted has left, stays a correction, and may be reverted again once it
-- stands again.
alter table correction add column reverts uuid constraint correction_reverts_correction references correction;
alter table correction add constraint correction_reverts_one check ((kind = 'REVERT') = (reverts is not null));
