INSERT INTO okr_check_in (id, key_result_id, author_id, value, confidence, progress, what_happened, what_next, help_needed, evidence, source, at)
VALUES (:id, :row, 1, :value, :confidence, 0.5, 'Measured check-in: on track, next step is agreed with the team',
        'Talk to the two teams that wait for it, then measure again', '', '', 'manual', :now);
