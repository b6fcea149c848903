SELECT MAX(created_at) AS at FROM stage_runs;
