INSERT INTO reference_lookups (reference_key, outcome, work_id, service, problem, asked_at, source_run_id, schema_version)
VALUES (@Key, @Outcome, @WorkId, @Service, @Problem, @At, @SourceRunId, @SchemaVersion)
ON CONFLICT (reference_key) DO UPDATE SET outcome = excluded.outcome, work_id = excluded.work_id, service = excluded.service, problem = excluded.problem, asked_at = excluded.asked_at;
