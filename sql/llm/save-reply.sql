INSERT INTO llm_replies (key, purpose, model, reply, input_tokens, output_tokens, answered_at, created_at, source_run_id)
VALUES (@Key, @Purpose, @Model, @Reply, @InputTokens, @OutputTokens, @AnsweredAt, @CreatedAt, @SourceRunId) ON CONFLICT (key) DO NOTHING;
