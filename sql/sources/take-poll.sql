INSERT INTO sources (name, kind, url, next_attempt_at, poll_owner) VALUES (@Name, @Kind, @Url, @LeaseUntil, @SourceRunId)
ON CONFLICT (name) DO UPDATE SET next_attempt_at = excluded.next_attempt_at, poll_owner = excluded.poll_owner
WHERE (sources.next_attempt_at IS NULL OR sources.next_attempt_at <= @Now OR (@AsksAll = 1 AND sources.poll_owner IS NULL))
RETURNING etag, last_modified, body_sha256, settings_sha256;
