-- The statements of a team board of the current cycle, as person 1.
SELECT id, name, kind FROM people_team WHERE id = :row;

SELECT id, name, kind, parent_id, starts_on, ends_on, midcycle_on, phase, cadence, version
  FROM okr_cycle
 ORDER BY starts_on DESC, ends_on, id;

SELECT id, name, kind, parent_id, starts_on, ends_on, midcycle_on, phase, cadence, version
  FROM okr_cycle
 WHERE id = 1;

SELECT o.id, o.cycle_id, o.level, o.team_id, o.person_id, o.accountable_id, p.name, o.title, o.why, o.ambition, o.state, o.position,
       o.progress, l.parent_id, x.grade, o.published_at, c.starts_on, c.ends_on, COALESCE(t.cadence, c.cadence), o.version
  FROM okr_objective o
  JOIN okr_cycle c ON c.id = o.cycle_id
  JOIN people_person p ON p.id = o.accountable_id
  LEFT JOIN people_team t ON t.id = o.team_id
  LEFT JOIN okr_link l ON l.child_id = o.id AND l.is_primary = 1 AND l.state = 'accepted'
  LEFT JOIN okr_closure x ON x.objective_id = o.id
 WHERE o.team_id = :row AND o.cycle_id = 1 AND
   (o.state <> 'draft'
    OR o.created_by = 1 OR o.accountable_id = 1 OR p.manager_id = 1 OR t.lead_id = 1
    OR EXISTS (SELECT 1 FROM people_member m WHERE m.team_id = o.team_id AND m.person_id = 1)
    OR EXISTS (SELECT 1 FROM okr_contributor h WHERE h.objective_id = o.id AND h.person_id = 1)
    OR EXISTS (SELECT 1 FROM okr_key_result k WHERE k.objective_id = o.id AND k.owner_id = 1)
    OR EXISTS (SELECT 1 FROM okr_reader r WHERE r.objective_id = o.id AND r.person_id = 1)
    OR EXISTS (SELECT 1
                 FROM okr_reader_team s JOIN people_member n ON n.team_id = s.team_id
                WHERE s.objective_id = o.id AND n.person_id = 1));

SELECT k.id, k.objective_id, k.title, k.kind, k.direction, k.baseline, k.target, k.low, k.high, k.commit_level, k.stretch_level, k.unit,
       k.weight, k.owner_id, w.name, k.due_on, k.indicator, k.counter, k.kpi_id, k.measured, k.current_value, k.confidence, k.progress,
       k.last_news_at, k.created_at, k.version, k.position, i.id, i.value, i.confidence, i.what_happened, i.what_next, i.help_needed, i.author_id, i.at
 FROM okr_objective o JOIN okr_key_result k ON k.objective_id = o.id
  LEFT JOIN okr_check_in i ON i.id = k.last_check_in
  LEFT JOIN people_person w ON w.id = k.owner_id
 WHERE o.team_id = :row AND o.cycle_id = 1 AND k.dropped = 0;

SELECT vision, objectives_least, objectives_most, key_results_least, key_results_most, cadence, hand_up_after, individual_okrs, version
  FROM people_settings
 WHERE id = 1;

SELECT CASE WHEN t.lead_id = 1
              OR EXISTS (SELECT 1 FROM people_member m WHERE m.team_id = t.id AND m.person_id = 1)
              OR EXISTS (SELECT 1 FROM people_team above WHERE above.id = t.parent_id AND above.lead_id = 1)
              OR (t.kind = 'company' AND 0 = 1)
            THEN 1 ELSE 0 END
  FROM people_team t
 WHERE t.id = :row;
