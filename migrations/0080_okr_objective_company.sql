-- What the company itself wants in a cycle are a few objectives among all of it; the home page of everybody asks for them.
CREATE INDEX okr_objective_company ON okr_objective (cycle_id) WHERE level = 'company';
