SELECT name, kind, url, last_polled_at, last_success_at, last_item_count, last_outcome, failures_in_row, last_new_at, next_attempt_at, state, state_reason, empty_in_row
FROM sources ORDER BY name;
