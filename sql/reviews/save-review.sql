INSERT INTO reviews (flag_id, number, reviewer, affiliation, reviewed_at, verdict, reason, severity, owner, note, created_at, source_run_id, schema_version)
SELECT @FlagId, (SELECT COUNT(*) FROM reviews w WHERE w.flag_id = @FlagId) + 1, @Reviewer, @Affiliation, @ReviewedAt, @Verdict, @Reason, @Severity, @Owner, @Note, @CreatedAt, @SourceRunId, @SchemaVersion
WHERE NOT EXISTS (SELECT 1 FROM reviews w WHERE w.flag_id = @FlagId AND w.reviewer = @Reviewer AND w.reviewed_at = @ReviewedAt);
