INSERT INTO llm_replies (key, model, reply, input_tokens, output_tokens, created_at, source_run_id)
VALUES (@Key, @Model, @Reply, @InputTokens, @OutputTokens, @CreatedAt, @SourceRunId) ON CONFLICT (key) DO NOTHING;
