-- What a person asked for once is done once, also when the answer to a commit was lost and they ask again (room session).
alter table correction add column request uuid constraint correction_requested_once unique;
