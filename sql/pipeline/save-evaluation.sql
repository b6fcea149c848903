INSERT INTO case_evaluations (id, name, sha256, engine, versions, score, evaluated_at, created_at, source_run_id, schema_version)
VALUES (@Id, @Name, @Sha256, @Engine, @Versions, @Score, @EvaluatedAt, @CreatedAt, @SourceRunId, @SchemaVersion)
ON CONFLICT (id) DO UPDATE SET score = excluded.score, evaluated_at = excluded.evaluated_at;
