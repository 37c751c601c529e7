-- Since when somebody stands in for who has left: drafts that were written before stay closed to them, but for those that they saw as the manager.
ALTER TABLE people_person ADD COLUMN stand_in_since BIGINT NOT NULL DEFAULT 0;
UPDATE people_person
   SET stand_in_since = CASE WHEN EXISTS (SELECT 1 FROM people_kept_place k
                                           WHERE k.person_id = people_person.id AND k.kind = 'manager' AND k.place_id = people_person.stand_in_id)
                             THEN manager_since ELSE left_at END
 WHERE stand_in_id IS NOT NULL AND left_at IS NOT NULL;
