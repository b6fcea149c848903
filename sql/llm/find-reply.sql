SELECT key, purpose, model, reply, input_tokens, output_tokens, answered_at FROM llm_replies WHERE key = @Key;
