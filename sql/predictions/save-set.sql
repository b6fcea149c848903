INSERT INTO prediction_sets (id, forecaster, made_on, about, release_id, document_id, reported_score, commitment, committed_at, created_at, source_run_id, schema_version)
VALUES (@Id, @Forecaster, @MadeOn, @About, @ReleaseId, @DocumentId, @ReportedScore, @Commitment, @CreatedAt, @CreatedAt, @SourceRunId, @SchemaVersion)
ON CONFLICT (id) DO UPDATE SET about = excluded.about, release_id = excluded.release_id, document_id = excluded.document_id,
  reported_score = COALESCE(excluded.reported_score, prediction_sets.reported_score), commitment = COALESCE(prediction_sets.commitment, excluded.commitment),
  committed_at = COALESCE(prediction_sets.committed_at, excluded.committed_at);
