SELECT id, recipient, kind, period, digest_id, state, attempts, due_at, answer FROM mails
WHERE (CAST(@Period AS TEXT) IS NULL OR period = @Period) AND (CAST(@Kind AS TEXT) IS NULL OR kind = @Kind) AND (CAST(@Recipient AS TEXT) IS NULL OR recipient = @Recipient)
ORDER BY created_at DESC, recipient LIMIT @Limit;
