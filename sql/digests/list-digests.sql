SELECT id, period, title, created_at FROM digests WHERE edition IN ('', 'urgent') ORDER BY created_at DESC, id LIMIT @Limit;
