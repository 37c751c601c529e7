-- Who has chosen a password once: nobody but they themselves, an operator or two administrators together open their account again. Kept when they leave.
CREATE TABLE people_entered (
  person_id  BIGINT NOT NULL PRIMARY KEY REFERENCES people_person (id),
  since      BIGINT NOT NULL
);
INSERT INTO people_entered (person_id, since) SELECT person_id, changed_at FROM identity_password;
INSERT INTO people_entered (person_id, since)
SELECT a.subject_id, MIN(a.at)
  FROM audit_event a
  JOIN people_person p ON p.id = a.subject_id
 WHERE a.action = 'password.set' AND a.subject = 'person'
   AND NOT EXISTS (SELECT 1 FROM people_entered e WHERE e.person_id = a.subject_id)
 GROUP BY a.subject_id;

-- Who made a link; nobody where the server itself did.
ALTER TABLE identity_link ADD COLUMN made_by BIGINT;

-- An administrator asks that somebody may choose a new password; another one makes the link.
CREATE TABLE identity_reset_wish (
  person_id  BIGINT NOT NULL PRIMARY KEY REFERENCES people_person (id),
  asked_by   BIGINT NOT NULL REFERENCES people_person (id),
  asked_at   BIGINT NOT NULL
);

-- Since when somebody has this manager, is in this team, leads it: drafts that were written before stay closed to a new one. 0: since ever.
ALTER TABLE people_person ADD COLUMN manager_since BIGINT NOT NULL DEFAULT 0;
ALTER TABLE people_member ADD COLUMN since BIGINT NOT NULL DEFAULT 0;
ALTER TABLE people_team ADD COLUMN lead_since BIGINT NOT NULL DEFAULT 0;
