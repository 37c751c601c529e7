SELECT o.id, o.title, o.accountable_id, p.name, o.progress, o.state, o.version,
       (SELECT l.parent_id FROM okr_link l WHERE l.child_id = o.id AND l.is_primary = 1) AS parent_id
FROM okr_objective o
JOIN people_person p ON p.id = o.accountable_id
WHERE o.team_id = :row AND o.cycle_id = 1
ORDER BY o.position, o.id;

SELECT k.id, k.objective_id, k.title, k.kind, k.direction, k.baseline, k.target, k.unit, k.weight, k.current_value, k.confidence, k.progress,
       k.version, c.id, c.value, c.confidence, c.what_happened, c.what_next, c.help_needed, c.author_id, c.at
FROM okr_objective o
JOIN okr_key_result k ON k.objective_id = o.id
LEFT JOIN okr_check_in c ON c.id = k.last_check_in
WHERE o.team_id = :row AND o.cycle_id = 1;
