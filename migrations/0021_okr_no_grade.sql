-- A key result that was never measured is closed without a grade.
ALTER TABLE okr_key_result_closure ADD COLUMN given DOUBLE PRECISION;
UPDATE okr_key_result_closure SET given = grade;
ALTER TABLE okr_key_result_closure DROP COLUMN grade;
ALTER TABLE okr_key_result_closure RENAME COLUMN given TO grade;
