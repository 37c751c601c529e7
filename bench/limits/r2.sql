-- The statements of an objective with its check-ins.
SELECT o.id, o.cycle_id, o.level, o.team_id, o.person_id, o.accountable_id, p.name, o.title, o.why, o.ambition, o.state, o.position,
       o.progress, l.parent_id, x.grade, c.starts_on, c.ends_on, COALESCE(t.cadence, c.cadence), o.version
  FROM okr_objective o
  JOIN okr_cycle c ON c.id = o.cycle_id
  JOIN people_person p ON p.id = o.accountable_id
  LEFT JOIN people_team t ON t.id = o.team_id
  LEFT JOIN okr_link l ON l.child_id = o.id AND l.is_primary = 1 AND l.state = 'accepted'
  LEFT JOIN okr_closure x ON x.objective_id = o.id
 WHERE o.id = :row;

SELECT k.id, k.objective_id, k.title, k.kind, k.direction, k.baseline, k.target, k.low, k.high, k.commit_level, k.stretch_level, k.unit,
       k.weight, k.owner_id, w.name, k.due_on, k.indicator, k.counter, k.kpi_id, k.measured, k.current_value, k.confidence, k.progress,
       k.last_news_at, k.version, i.id, i.value, i.confidence, i.what_happened, i.what_next, i.help_needed, i.author_id, i.at
  FROM okr_key_result k
  LEFT JOIN okr_check_in i ON i.id = k.last_check_in
  LEFT JOIN people_person w ON w.id = k.owner_id
 WHERE k.objective_id = :row AND k.dropped = 0
 ORDER BY k.position, k.id;

SELECT i.id, i.key_result_id, i.value, i.confidence, i.progress, i.what_happened, i.what_next, i.help_needed, i.evidence, i.source,
       i.author_id, a.name, i.at, i.acknowledged_by, r.name, i.acknowledged_at
  FROM okr_key_result k
  JOIN okr_check_in i ON i.key_result_id = k.id
  JOIN people_person a ON a.id = i.author_id
  LEFT JOIN people_person r ON r.id = i.acknowledged_by
 WHERE k.objective_id = :row
 ORDER BY i.at DESC, i.id DESC
 LIMIT 200;
