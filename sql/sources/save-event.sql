INSERT INTO source_events (id, source, key, kind, before_text, after_text, reason, at)
VALUES (@Id, @Name, @Key, @Kind, CAST(@Before AS TEXT), CAST(@After AS TEXT), @Reason, @CreatedAt)
ON CONFLICT (id) DO NOTHING;
