INSERT INTO llm_replies (key, purpose, model, reply, input_tokens, output_tokens, answered_at, created_at, source_run_id)
VALUES (@Key, @Purpose, @Model, @Reply, @InputTokens, @OutputTokens, @AnsweredAt, @CreatedAt, @SourceRunId) ON CONFLICT (key) DO UPDATE SET reply = excluded.reply, input_tokens = excluded.input_tokens, output_tokens = excluded.output_tokens, answered_at = excluded.answered_at;
