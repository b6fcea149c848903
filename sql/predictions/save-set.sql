INSERT INTO prediction_sets (id, forecaster, made_on, about, release_id, document_id, reported_score, commitment, committed_at, release_named, origin, source_url, source_canonical_url, stated_committed_at, topic, deadline, criteria,
  created_at, source_run_id, schema_version)
VALUES (@Id, @Forecaster, @MadeOn, @About, @ReleaseId, (SELECT d.id FROM documents d WHERE d.id = @DocumentId), @ReportedScore, @Commitment, @CreatedAt,
  @ReleaseNamed, @Origin, @SourceUrl, @SourceCanonicalUrl, @StatedCommittedAt, @Topic, @Deadline, @Criteria, @CreatedAt, @SourceRunId, @SchemaVersion)
ON CONFLICT (id) DO UPDATE SET about = excluded.about, release_id = COALESCE(excluded.release_id, prediction_sets.release_id), document_id = COALESCE(excluded.document_id, prediction_sets.document_id),
  reported_score = COALESCE(excluded.reported_score, prediction_sets.reported_score), commitment = COALESCE(prediction_sets.commitment, excluded.commitment),
  committed_at = COALESCE(prediction_sets.committed_at, excluded.committed_at), release_named = COALESCE(excluded.release_named, prediction_sets.release_named),
  origin = COALESCE(excluded.origin, prediction_sets.origin), source_url = COALESCE(excluded.source_url, prediction_sets.source_url), source_canonical_url = COALESCE(excluded.source_canonical_url, prediction_sets.source_canonical_url),
  stated_committed_at = COALESCE(prediction_sets.stated_committed_at, excluded.stated_committed_at), topic = COALESCE(excluded.topic, prediction_sets.topic),
  deadline = COALESCE(excluded.deadline, prediction_sets.deadline), criteria = COALESCE(excluded.criteria, prediction_sets.criteria);
