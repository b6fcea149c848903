-- One row a day: the last count of the day stands.
INSERT INTO item_receptions (item_key, source, day, score, replies) VALUES (@Key, @Source, substr(@CreatedAt, 1, 10), @Score, @Replies)
ON CONFLICT (item_key, source, day) DO UPDATE SET score = excluded.score, replies = excluded.replies;
