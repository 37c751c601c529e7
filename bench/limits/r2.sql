-- The statements of an objective with everything its page needs, as person 1.
SELECT language FROM people_person WHERE id = 1;

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
 WHERE o.id = :row;

SELECT o.id, o.cycle_id, o.level, o.team_id, o.person_id, o.accountable_id, p.name, o.title, o.why, o.ambition, o.state, o.position,
       o.progress, l.parent_id, x.grade, o.published_at, c.starts_on, c.ends_on, COALESCE(t.cadence, c.cadence), o.version
  FROM okr_objective o
  JOIN okr_cycle c ON c.id = o.cycle_id
  JOIN people_person p ON p.id = o.accountable_id
  LEFT JOIN people_team t ON t.id = o.team_id
  LEFT JOIN okr_link l ON l.child_id = o.id AND l.is_primary = 1 AND l.state = 'accepted'
  LEFT JOIN okr_closure x ON x.objective_id = o.id
 WHERE o.id = :row;

SELECT o.limit_reason, o.carried_from, o.published_at, c.name, t.name, t.kind, p.name, o.changed_by, w.name, o.changed_at
  FROM okr_objective o
  JOIN okr_cycle c ON c.id = o.cycle_id
  LEFT JOIN people_team t ON t.id = o.team_id
  LEFT JOIN people_person p ON p.id = o.person_id
  LEFT JOIN people_person w ON w.id = o.changed_by
 WHERE o.id = :row;

SELECT k.id, k.objective_id, k.title, k.kind, k.direction, k.baseline, k.target, k.low, k.high, k.commit_level, k.stretch_level, k.unit,
       k.weight, k.owner_id, w.name, k.due_on, k.indicator, k.counter, k.kpi_id, k.measured, k.current_value, k.confidence, k.progress,
       k.last_news_at, k.created_at, k.version, k.position, i.id, i.value, i.confidence, i.what_happened, i.what_next, i.help_needed, i.author_id, i.at
 FROM okr_key_result k
  LEFT JOIN okr_check_in i ON i.id = k.last_check_in
  LEFT JOIN people_person w ON w.id = k.owner_id
 WHERE k.objective_id = :row AND k.dropped = 0;

WITH RECURSIVE chain (id, step) AS (
  SELECT parent_id, 1 FROM okr_link WHERE child_id = :row AND is_primary = 1 AND state = 'accepted'
  UNION ALL
  SELECT l.parent_id, chain.step + 1
    FROM chain JOIN okr_link l ON l.child_id = chain.id AND l.is_primary = 1 AND l.state = 'accepted'
   WHERE chain.step < 20)
SELECT o.id, o.title
  FROM chain CROSS JOIN okr_objective o
 WHERE o.id = chain.id AND o.state <> 'draft'
 ORDER BY chain.step;

SELECT l.id, o.id, o.title, COALESCE(t.name, p.name), k.id, k.title, l.is_primary, l.state
  FROM okr_link l
  JOIN okr_objective o ON o.id = l.parent_id
  LEFT JOIN people_team t ON t.id = o.team_id
  LEFT JOIN people_person p ON p.id = o.person_id
  LEFT JOIN okr_key_result k ON k.id = l.parent_key_result_id
 WHERE l.child_id = :row AND o.state <> 'draft'
 ORDER BY l.is_primary DESC, l.id;

SELECT l.id, o.id, o.title, COALESCE(t.name, p.name), k.id, k.title, l.is_primary, l.state
  FROM okr_link l
  JOIN okr_objective o ON o.id = l.child_id
  LEFT JOIN people_team t ON t.id = o.team_id
  LEFT JOIN people_person p ON p.id = o.person_id
  LEFT JOIN okr_key_result k ON k.id = l.parent_key_result_id
 WHERE l.parent_id = :row AND o.state <> 'draft'
 ORDER BY l.id;

SELECT d.id, d.objective_id, a.title, d.provider_id, b.title, d.need, d.due_on, d.state, d.answer, d.created_at
  FROM okr_dependency d
  JOIN okr_objective a ON a.id = d.objective_id
  JOIN okr_objective b ON b.id = d.provider_id
 WHERE (d.objective_id = :row AND b.state <> 'draft') OR (d.provider_id = :row AND a.state <> 'draft') ORDER BY d.id;

SELECT p.id, p.name FROM okr_contributor h JOIN people_person p ON p.id = h.person_id WHERE h.objective_id = :row ORDER BY p.name, p.id;

SELECT i.id, i.key_result_id, i.value, i.confidence, i.progress, i.what_happened, i.what_next, i.help_needed, i.evidence, i.source,
       i.author_id, a.name, i.at, i.acknowledged_by, r.name, i.acknowledged_at, i.withdrawn_at
 FROM okr_key_result k JOIN okr_check_in i ON i.key_result_id = k.id
  JOIN people_person a ON a.id = i.author_id
  LEFT JOIN people_person r ON r.id = i.acknowledged_by
 WHERE k.objective_id = :row AND i.withdrawn_at IS NULL ORDER BY i.at DESC, i.id DESC LIMIT 200;

SELECT m.id, m.key_result_id, m.title, m.weight, m.due_on, m.reached_at
  FROM okr_key_result k JOIN okr_milestone m ON m.key_result_id = k.id
 WHERE k.objective_id = :row AND k.dropped = 0
 ORDER BY m.key_result_id, m.position, m.id;

SELECT b.id, b.key_result_id, b.objective_id, o.title, b.text, b.owner_id, w.name, b.raised_by, r.name, b.raised_at, b.resolved_at, b.resolution
  FROM okr_blocker b
  JOIN okr_objective o ON o.id = b.objective_id
  JOIN people_person w ON w.id = b.owner_id
  JOIN people_person r ON r.id = b.raised_by
 WHERE b.objective_id = :row ORDER BY b.id DESC;

SELECT i.id, i.key_result_id, i.title, i.owner_id, p.name, i.due_on, i.state, i.version, i.objective_id
  FROM okr_initiative i LEFT JOIN people_person p ON p.id = i.owner_id
 WHERE i.objective_id = :row
 ORDER BY i.id;

SELECT c.id, c.check_in_id, c.author_id, p.name, c.text, c.thanked_id, h.name, c.created_at
  FROM okr_comment c
  JOIN people_person p ON p.id = c.author_id
  LEFT JOIN people_person h ON h.id = c.thanked_id
 WHERE c.objective_id = :row
 ORDER BY c.id
 LIMIT 500;

SELECT h.id, h.key_result_id, h.field, h.before, h.after, h.reason, h.changed_by, p.name, h.at
  FROM okr_change h JOIN people_person p ON p.id = h.changed_by
 WHERE h.objective_id = :row
 ORDER BY h.id DESC
 LIMIT 200;

SELECT s.id, s.key_result_id, s.reason, s.author_id, a.name, s.at
  FROM okr_key_result k
  JOIN okr_skip s ON s.key_result_id = k.id
  JOIN people_person a ON a.id = s.author_id
 WHERE k.objective_id = :row
 ORDER BY s.id DESC
 LIMIT 50;
