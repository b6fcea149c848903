UPDATE items SET state = 'pending', due_at = @CreatedAt, updated_at = @CreatedAt WHERE key = @Key AND state IN ('done', 'off_topic', 'skipped');
