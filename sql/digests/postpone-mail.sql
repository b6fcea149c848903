UPDATE mails SET due_at = @DueAt, answer = @Answer WHERE id = @Id AND state = 'queued';
