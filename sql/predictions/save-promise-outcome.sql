INSERT INTO promise_outcomes (promise_id, number, state, stated_by, stated_at, evidence, note, created_at, source_run_id, schema_version)
SELECT @PromiseId, (SELECT COUNT(*) FROM promise_outcomes o WHERE o.promise_id = @PromiseId) + 1, @State, @StatedBy, @StatedAt, @Evidence, @Note, @CreatedAt, @SourceRunId, @SchemaVersion;
