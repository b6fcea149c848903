SELECT source, key, kind, before_text, after_text, reason, at FROM source_events WHERE CAST(@Name AS TEXT) IS NULL OR source = @Name ORDER BY at DESC, id LIMIT @Limit;
