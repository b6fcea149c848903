INSERT INTO llm_calls (id, called_at, purpose, model, version_id, outcome, input_tokens, output_tokens, cost, created_at, source_run_id)
VALUES (@Id, @CalledAt, @Purpose, @Model, @VersionId, @Outcome, @InputTokens, @OutputTokens, @Cost, @CreatedAt, @SourceRunId) ON CONFLICT (id) DO NOTHING;
