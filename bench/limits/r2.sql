SELECT o.id, o.title, o.team_id, t.name, o.accountable_id, p.name, o.progress, o.state, o.version,
       (SELECT l.parent_id FROM okr_link l WHERE l.child_id = o.id AND l.is_primary = 1) AS parent_id
FROM okr_objective o
JOIN people_person p ON p.id = o.accountable_id
JOIN people_team t ON t.id = o.team_id
WHERE o.id = :row;

SELECT k.id, k.title, k.kind, k.direction, k.baseline, k.target, k.unit, k.weight, k.current_value, k.confidence, k.progress, k.version
FROM okr_key_result k
WHERE k.objective_id = :row
ORDER BY k.position, k.id;

SELECT c.id, c.key_result_id, c.value, c.confidence, c.progress, c.what_happened, c.what_next, c.help_needed, c.author_id, p.name, c.at
FROM okr_key_result k
JOIN okr_check_in c ON c.key_result_id = k.id
JOIN people_person p ON p.id = c.author_id
WHERE k.objective_id = :row
ORDER BY c.at DESC
LIMIT 200;
