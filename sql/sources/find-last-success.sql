SELECT last_success_at FROM sources WHERE name = @Name AND last_success_at IS NOT NULL;
