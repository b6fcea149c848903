SELECT COALESCE(SUM(input_tokens + output_tokens), 0) AS tokens FROM llm_replies WHERE answered_at >= @Since;
