SELECT failures_in_row, empty_in_row, last_item_count, state, state_reason FROM sources WHERE name = @Name;
