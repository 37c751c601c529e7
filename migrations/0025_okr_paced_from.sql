-- Since when an imported key result has run: its pace counts from there. What was imported before counts from the
-- start of its cycle.
ALTER TABLE okr_key_result ADD COLUMN paced_from TEXT;

UPDATE okr_key_result
   SET paced_from = (SELECT c.starts_on
                       FROM okr_objective o JOIN okr_cycle c ON c.id = o.cycle_id
                      WHERE o.id = okr_key_result.objective_id)
 WHERE import_key IS NOT NULL;
