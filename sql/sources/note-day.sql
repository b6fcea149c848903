INSERT INTO source_days (source, day, polls, failures, new_items) VALUES (@Name, @Day, 1, CASE WHEN @Succeeded = 1 THEN 0 ELSE 1 END, @NewItems)
ON CONFLICT (source, day) DO UPDATE SET polls = source_days.polls + 1, failures = source_days.failures + excluded.failures, new_items = source_days.new_items + excluded.new_items;
