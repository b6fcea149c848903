INSERT INTO prediction_sets (id, forecaster, made_on, about, release_id, document_id, reported_score, created_at, source_run_id, schema_version)
VALUES (@Id, @Forecaster, @MadeOn, @About, @ReleaseId, @DocumentId, @ReportedScore, @CreatedAt, @SourceRunId, @SchemaVersion)
ON CONFLICT (id) DO UPDATE SET about = excluded.about, release_id = excluded.release_id, document_id = excluded.document_id, reported_score = excluded.reported_score;
