INSERT INTO mails (id, recipient, kind, period, digest_id, state, message, attempts, due_at, owner, lease_until, answer, created_at, source_run_id)
VALUES (@Id, @Recipient, @Kind, @Period, @DigestId, 'queued', @Message, 0, @DueAt, NULL, NULL, NULL, @CreatedAt, @SourceRunId)
ON CONFLICT (recipient, kind, period) DO NOTHING;
