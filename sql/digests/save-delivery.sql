INSERT INTO digest_deliveries (recipient, period, digest_id, path, created_at, source_run_id)
VALUES (@Recipient, @Period, @DigestId, @Path, @CreatedAt, @SourceRunId)
ON CONFLICT (recipient, period) DO NOTHING;
