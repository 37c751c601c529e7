-- The rows of the workload, computed from their numbers; load.mjs fills in the sizes.

INSERT INTO people_team (id, name, name_key, kind, parent_id, lead_id, cadence, version, created_at)
SELECT value, 'Team ' || value, 'team ' || value, 'team', NULL, NULL, NULL, 1, :first_instant
FROM generate_series(CAST(1 AS BIGINT), :teams) AS value;

INSERT INTO people_person (id, name, name_key, email, email_key, external_id, title, manager_id, language, left_at, version, created_at)
SELECT value, 'Person ' || value, 'person ' || value, 'person.' || value || '@example.org', 'person.' || value || '@example.org',
       NULL, '', NULL, 'en', NULL, 1, :first_instant
FROM generate_series(CAST(1 AS BIGINT), :people) AS value;

INSERT INTO people_member (team_id, person_id)
SELECT (value - 1) % :teams + 1, value
FROM generate_series(CAST(1 AS BIGINT), :people) AS value;

INSERT INTO people_role (person_id, role)
SELECT value, 'employee'
FROM generate_series(CAST(1 AS BIGINT), :people) AS value;

INSERT INTO okr_cycle (id, name, name_key, kind, parent_id, starts_on, ends_on, midcycle_on, phase, cadence, links, version, created_at)
VALUES (1, '2026-Q4', '2026-q4', 'quarter', NULL, '2026-10-01', '2026-12-31', '2026-11-15', 'active', 'weekly', :objectives - :teams, 1, :first_instant);

-- Person 1 wrote them all and so may check in on each: the benchmark carries that person's token.
INSERT INTO okr_objective (id, cycle_id, level, team_id, person_id, accountable_id, title, why, ambition, state, position, progress,
                           limit_reason, carried_from, import_key, created_by, created_at, published_at, version)
SELECT value, 1, 'team', (value - 1) % :teams + 1, NULL, (value - 1) % :people + 1,
       'Objective ' || value || ': grow the thing that matters', '', 'committed', 'published', (value - 1) / :teams,
       ((value + 4 * :key_results) * 7 % 101 + (value + 4 * :key_results + :objectives) * 7 % 101 +
        (value + 4 * :key_results + 2 * :objectives) * 7 % 101 + (value + 4 * :key_results + 3 * :objectives) * 7 % 101) / 400.0,
       '', NULL, NULL, 1, :first_instant, :first_instant, 1
FROM generate_series(CAST(1 AS BIGINT), :objectives) AS value;

-- The first objective of each team is the parent of its others.
INSERT INTO okr_link (id, child_id, parent_id, parent_key_result_id, is_primary, state, proposed_by, created_at)
SELECT value, value, (value - 1) % :teams + 1, NULL, 1, 'accepted', (value - 1) % :people + 1, :first_instant
FROM generate_series(CAST(:teams + 1 AS BIGINT), :objectives) AS value;

-- The workload numbers key results across the objectives. They are kept as the product makes them: those of an objective side by
-- side, and checked in on together, round after round. `number` is the workload's, `id` the row's.
INSERT INTO okr_key_result (id, objective_id, title, kind, direction, baseline, target, low, high, commit_level, stretch_level, unit, weight,
                            owner_id, due_on, indicator, counter, kpi_id, measured, position, dropped, current_value, confidence, progress,
                            last_check_in, last_news_at, import_key, created_at, version)
SELECT id, (id - 1) / 4 + 1, 'Key result ' || number || ': move the needle', 'number', 'rise', 0, 100, NULL, NULL, NULL, NULL,
       '', 1, NULL, NULL, NULL, '', NULL, 1, (id - 1) % 4, 0,
       (number + 4 * :key_results) * 7 % 101, number % 10 + 1, (number + 4 * :key_results) * 7 % 101 / 100.0,
       id + 4 * :key_results, :first_instant + (number + 4 * :key_results) * :step_ms, NULL, :first_instant, 1
FROM (SELECT value AS id, (value - 1) / 4 + 1 + (value - 1) % 4 * :objectives AS number
        FROM generate_series(CAST(1 AS BIGINT), :key_results) AS value) AS numbered;

INSERT INTO okr_check_in (id, key_result_id, author_id, value, confidence, progress, what_happened, what_next, help_needed, evidence, source, at,
                          acknowledged_by, acknowledged_at)
SELECT id, (id - 1) % :key_results + 1, (number - 1) % :people + 1, number * 7 % 101, number % 10 + 1, number * 7 % 101 / 100.0,
       'Check-in ' || number || ': on track, next step is agreed with the team', '', '', '', 'manual', :first_instant + number * :step_ms, NULL, NULL
FROM (SELECT value AS id,
             (value - 1) / :key_results * :key_results + (value - 1) % :key_results / 4 + 1 + (value - 1) % 4 * :objectives AS number
        FROM generate_series(CAST(1 AS BIGINT), :check_ins) AS value) AS numbered;

-- The words of all these would be written in the middle of a measurement.
INSERT INTO search_filled (id, at) VALUES (1, :first_instant);
INSERT INTO search_note (id, check_in_id) SELECT 1, MAX(id) FROM okr_check_in;
