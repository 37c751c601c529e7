\set id random(1, 1000000)
\set value random(0, 100)
\set confidence random(0, 10)
BEGIN;
INSERT INTO okr_check_in (id, key_result_id, author_id, value, confidence, progress, what_happened, what_next, help_needed, evidence, source, at)
VALUES (CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS BIGINT) * 4096 + :id % 4096, :row, 1, :value, :confidence, 0.5, 'Measured check-in: on track, next step is agreed with the team',
        'Talk to the two teams that wait for it, then measure again', '', '', 'manual', CAST(extract(epoch FROM now()) * 1000 AS BIGINT));
END;
