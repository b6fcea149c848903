SELECT id, recipient, kind, period, digest_id, state, attempts, due_at, answer FROM mails WHERE state = 'queued' AND due_at <= @Now ORDER BY due_at, id LIMIT @Limit;
