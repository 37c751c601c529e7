-- A baseline may be missing: then the first value that a rise or fall has becomes it, on `baseline_on`, and a change in
-- percent gets its target from it (`target` says nothing before). Baselines that stand stay, zeros too.

ALTER TABLE okr_key_result ADD COLUMN start_value DOUBLE PRECISION;
UPDATE okr_key_result SET start_value = baseline;
ALTER TABLE okr_key_result DROP COLUMN baseline;
ALTER TABLE okr_key_result RENAME COLUMN start_value TO baseline;
ALTER TABLE okr_key_result ADD COLUMN baseline_on TEXT;
ALTER TABLE okr_key_result ADD COLUMN change_percent DOUBLE PRECISION;

-- Shares have four decimals, and only what is full says 1.
UPDATE okr_key_result
   SET progress = CASE WHEN progress < 1 AND progress > 0.9999 THEN 0.9999
                       ELSE CAST(ROUND(CAST(progress AS NUMERIC), 4) AS DOUBLE PRECISION) END
 WHERE progress IS NOT NULL;
UPDATE okr_objective
   SET progress = CASE WHEN progress < 1 AND progress > 0.9999 THEN 0.9999
                       ELSE CAST(ROUND(CAST(progress AS NUMERIC), 4) AS DOUBLE PRECISION) END
 WHERE progress IS NOT NULL;
