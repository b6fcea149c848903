INSERT INTO subscribers (id, address, state, preferences, asked_at, confirmed_at, bounces, created_at, source_run_id)
VALUES (@Id, @Address, @State, @Preferences, @AskedAt, @ConfirmedAt, @Bounces, @CreatedAt, @SourceRunId)
ON CONFLICT (id) DO UPDATE SET state = excluded.state, preferences = excluded.preferences, asked_at = excluded.asked_at, confirmed_at = excluded.confirmed_at, bounces = excluded.bounces;
