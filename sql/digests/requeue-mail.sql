UPDATE mails SET state = 'queued', message = @Message, due_at = @DueAt, attempts = 0, answer = NULL WHERE id = @Id AND state IN ('sent', 'unknown', 'failed', 'cancelled');
