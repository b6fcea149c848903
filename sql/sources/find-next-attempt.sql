SELECT next_attempt_at FROM sources WHERE name = @Name AND next_attempt_at IS NOT NULL;
