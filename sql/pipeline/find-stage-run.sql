SELECT outcome, output_id, reason, millis, created_at FROM stage_runs WHERE stage = @Stage AND stage_version = @StageVersion AND input_id = @InputId;
