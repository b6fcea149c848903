INSERT INTO screenings (version_id, relevant, score, reason, terms, created_at, source_run_id)
VALUES (@VersionId, @Relevant, @Score, @Reason, @Terms, @CreatedAt, @SourceRunId)
ON CONFLICT (version_id) DO UPDATE SET relevant = excluded.relevant, score = excluded.score, reason = excluded.reason, terms = excluded.terms;
