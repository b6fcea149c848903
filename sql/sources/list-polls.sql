SELECT name, kind, url, last_polled_at, last_success_at, last_item_count, last_outcome, failures_in_row FROM sources ORDER BY name;
