INSERT INTO stage_runs (stage, stage_version, input_id, outcome, output_id, reason, millis, created_at, source_run_id)
VALUES (@Stage, @StageVersion, @InputId, @Outcome, @OutputId, @Reason, @Millis, @CreatedAt, @SourceRunId)
ON CONFLICT (stage, stage_version, input_id) DO UPDATE SET outcome = excluded.outcome, output_id = excluded.output_id, reason = excluded.reason,
  millis = excluded.millis, created_at = excluded.created_at, source_run_id = excluded.source_run_id;
