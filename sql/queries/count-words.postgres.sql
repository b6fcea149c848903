-- In how many claims each word stands, counted no further than is asked.
SELECT j.word, CAST((SELECT COUNT(*) FROM (SELECT 1 FROM claims c WHERE to_tsvector('english', c.quote || ' ' || c.normalised) @@ websearch_to_tsquery('english', j.word) LIMIT @Most) AS counted) AS INTEGER) AS claims
FROM jsonb_array_elements_text(CAST(@Words AS JSONB)) AS j (word);
