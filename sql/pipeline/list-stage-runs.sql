SELECT stage, stage_version, input_id, outcome, output_id, reason, millis, created_at FROM stage_runs WHERE input_id = @InputId ORDER BY created_at, stage;
