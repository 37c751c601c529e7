\set fraction random(0, 4095)
\set value random(0, 100)
\set confidence random(0, 10)
\set objective (:row - 1) / 4 + 1
BEGIN;
SELECT o.id FROM okr_objective o JOIN okr_key_result k ON k.objective_id = o.id WHERE k.id = :row FOR NO KEY UPDATE OF o;
SELECT k.objective_id, o.state, k.kind, k.direction, k.baseline, k.target, k.low, k.high, k.commit_level, k.stretch_level, k.kpi_id,
       k.current_value, k.progress
  FROM okr_key_result k JOIN okr_objective o ON o.id = k.objective_id
 WHERE k.id = :row AND k.dropped = 0;
SELECT o.cycle_id, c.phase, o.state, o.level, o.team_id, o.accountable_id, o.version,
       CASE WHEN o.created_by = 1 OR o.accountable_id = 1
              OR EXISTS (SELECT 1 FROM people_member m WHERE m.team_id = o.team_id AND m.person_id = 1)
              OR EXISTS (SELECT 1 FROM okr_contributor h WHERE h.objective_id = o.id AND h.person_id = 1)
              OR EXISTS (SELECT 1 FROM okr_key_result k WHERE k.objective_id = o.id AND k.owner_id = 1)
            THEN 1 ELSE 0 END,
       CASE WHEN EXISTS (SELECT 1 FROM people_person p WHERE p.id = o.accountable_id AND p.manager_id = 1)
              OR EXISTS (SELECT 1 FROM people_team t WHERE t.id = o.team_id AND t.lead_id = 1)
            THEN 1 ELSE 0 END,
       CASE WHEN EXISTS (SELECT 1 FROM okr_reader r WHERE r.objective_id = o.id AND r.person_id = 1)
              OR EXISTS (SELECT 1
                           FROM okr_reader_team s JOIN people_member n ON n.team_id = s.team_id
                          WHERE s.objective_id = o.id AND n.person_id = 1)
            THEN 1 ELSE 0 END
  FROM okr_objective o
  JOIN okr_cycle c ON c.id = o.cycle_id
 WHERE o.id = :objective;
INSERT INTO okr_check_in (id, key_result_id, author_id, value, confidence, progress, what_happened, what_next, help_needed, evidence, source, at)
VALUES (CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS BIGINT) * 4096 + :fraction, :row, 1, :value, :confidence, :value / 100.0,
        'Measured check-in: on track, next step is agreed with the team', 'Talk to the two teams that wait for it, then measure again', '', '',
        'manual', CAST(extract(epoch FROM now()) * 1000 AS BIGINT));
UPDATE okr_key_result
   SET current_value = :value, confidence = :confidence, progress = :value / 100.0, last_check_in = :row,
       last_news_at = CAST(extract(epoch FROM now()) * 1000 AS BIGINT)
 WHERE id = :row;
SELECT COALESCE(progress, 0), weight FROM okr_key_result WHERE objective_id = :objective AND dropped = 0;
UPDATE okr_objective SET progress = :value / 100.0 WHERE id = :objective;
INSERT INTO core_event (id, kind, subject, subject_id, parent_id, team_id, actor_id, restricted, at)
VALUES (CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS BIGINT) * 4096 + :fraction, 'check_in.made', 'check_in', :row, :objective, 1, 1, 0,
        CAST(extract(epoch FROM now()) * 1000 AS BIGINT));
END;
