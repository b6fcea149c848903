SELECT day, polls, failures, new_items FROM source_days WHERE source = @Name AND day >= @From ORDER BY day;
