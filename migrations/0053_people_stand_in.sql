-- Who stands in the place of somebody who has left. Whoever left before is left to HR, or to an administrator.
ALTER TABLE people_person ADD COLUMN stand_in_id BIGINT REFERENCES people_person (id);
CREATE INDEX people_person_stand_in ON people_person (stand_in_id);

UPDATE people_person
   SET stand_in_id = COALESCE((SELECT MIN(r.person_id) FROM people_role r JOIN people_person p ON p.id = r.person_id
                                WHERE r.role = 'hr' AND p.left_at IS NULL),
                              (SELECT MIN(r.person_id) FROM people_role r JOIN people_person p ON p.id = r.person_id
                                WHERE r.role = 'administrator' AND p.left_at IS NULL))
 WHERE left_at IS NOT NULL;
