-- When an objective that was over went on, so that news is awaited from then.
ALTER TABLE okr_objective ADD COLUMN reopened_at BIGINT;
UPDATE okr_objective
   SET reopened_at = (SELECT MAX(h.reopened_at) FROM okr_past_closure h WHERE h.objective_id = okr_objective.id);
