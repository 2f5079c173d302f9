-- For the report of corrections (CorrectionRows.PIECE and its count): a piece of a period, however many there are in all.
-- What comes goes to the index's end.
create index correction_by_time on correction (corrected_at, id);
