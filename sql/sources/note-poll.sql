INSERT INTO sources (name, kind, url, last_polled_at, last_success_at, last_item_count, last_outcome, failures_in_row, etag, last_modified, body_sha256, settings_sha256,
  last_new_at, next_attempt_at, state, state_reason, empty_in_row)
VALUES (@Name, @Kind, @Url, @CreatedAt, CASE WHEN @Succeeded = 1 THEN @CreatedAt END, CAST(@ItemCount AS INTEGER), @Outcome, CASE WHEN @Succeeded = 1 THEN 0 ELSE 1 END, CAST(@ETag AS TEXT),
  CAST(@LastModified AS TEXT), CAST(@BodySha256 AS TEXT), CAST(@SettingsSha256 AS TEXT), CASE WHEN @NewItems > 0 THEN @CreatedAt END, @NextAttemptAt, @State, @StateReason, CASE WHEN @IsEmpty = 1 THEN 1 ELSE 0 END)
ON CONFLICT (name) DO UPDATE SET kind = excluded.kind, url = excluded.url, last_polled_at = excluded.last_polled_at,
  last_success_at = COALESCE(excluded.last_success_at, sources.last_success_at), last_item_count = COALESCE(excluded.last_item_count, sources.last_item_count),
  last_outcome = excluded.last_outcome, failures_in_row = CASE WHEN @Succeeded = 1 THEN 0 ELSE sources.failures_in_row + 1 END,
  etag = CASE WHEN @IsRemembered = 1 THEN excluded.etag ELSE sources.etag END,
  last_modified = CASE WHEN @IsRemembered = 1 THEN excluded.last_modified ELSE sources.last_modified END,
  body_sha256 = CASE WHEN @IsRemembered = 1 THEN excluded.body_sha256 ELSE sources.body_sha256 END,
  settings_sha256 = CASE WHEN @IsRemembered = 1 THEN excluded.settings_sha256 ELSE sources.settings_sha256 END,
  last_new_at = COALESCE(excluded.last_new_at, sources.last_new_at), next_attempt_at = excluded.next_attempt_at, poll_owner = NULL,
  state = excluded.state, state_reason = excluded.state_reason,
  empty_in_row = CASE WHEN @IsEmpty = 1 THEN sources.empty_in_row + 1 WHEN @Succeeded = 1 THEN 0 ELSE sources.empty_in_row END;
