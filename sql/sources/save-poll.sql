INSERT INTO sources (name, kind, url, last_polled_at, last_success_at, last_item_count, last_outcome, failures_in_row)
VALUES (@Name, @Kind, @Url, @CreatedAt, CASE WHEN @Succeeded = 1 THEN @CreatedAt END, @ItemCount, @Outcome, CASE WHEN @Succeeded = 1 THEN 0 ELSE 1 END)
ON CONFLICT (name) DO UPDATE SET kind = excluded.kind, url = excluded.url, last_polled_at = excluded.last_polled_at,
  last_success_at = COALESCE(excluded.last_success_at, sources.last_success_at), last_item_count = excluded.last_item_count, last_outcome = excluded.last_outcome,
  failures_in_row = CASE WHEN @Succeeded = 1 THEN 0 ELSE sources.failures_in_row + 1 END;
