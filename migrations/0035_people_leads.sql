-- Who leads a team belongs to it.
INSERT INTO people_member (team_id, person_id)
SELECT t.id, t.lead_id
  FROM people_team t
 WHERE t.lead_id IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM people_member m WHERE m.team_id = t.id AND m.person_id = t.lead_id);
