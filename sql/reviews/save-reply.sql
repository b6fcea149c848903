INSERT INTO replies (id, flag_id, text, replied_at, url, state, sent_as, created_at, source_run_id, schema_version)
VALUES (@Id, @FlagId, @Text, @RepliedAt, @Url, 'waiting', @SentAs, @CreatedAt, @SourceRunId, @SchemaVersion) ON CONFLICT (id) DO NOTHING;
