INSERT INTO detector_failures (release_id, code, message, created_at, source_run_id) VALUES (@ReleaseId, @Code, @Message, @CreatedAt, @SourceRunId);
