SELECT model, reply, input_tokens, output_tokens FROM llm_replies WHERE key = @Key;
