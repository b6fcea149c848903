SELECT reference_key, outcome, work_id, service, problem, asked_at FROM reference_lookups ORDER BY reference_key;
