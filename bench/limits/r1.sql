SELECT o.id, o.title, o.parent_id, o.owner_id, o.progress, k.id, k.title, k.baseline, k.target, k.current, k.confidence, k.progress, c.id, c.value, c.confidence, c.what_happened, c.author_id, c.at_ms
FROM okr_objective o JOIN okr_key_result k ON k.objective_id=o.id LEFT JOIN okr_check_in c ON c.id=k.last_check_in_id
WHERE o.team_id=:row ORDER BY o.id, k.id;
