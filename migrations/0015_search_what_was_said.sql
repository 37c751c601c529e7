-- How far the notes of check-ins are written into search_word: the words of a key result's notes are kept together.
CREATE TABLE search_note (
  id           INTEGER NOT NULL PRIMARY KEY,
  check_in_id  BIGINT NOT NULL
);
CREATE INDEX okr_retro_card_objective ON okr_retro_card (objective_id);

-- Learnings were found by their objective, are found by themselves now; comments, initiatives and blockers are new.
DELETE FROM search_word WHERE kind = 'learning';
DELETE FROM search_filled;
