SELECT promise_id, number, state, stated_by, stated_at, evidence, note FROM promise_outcomes ORDER BY promise_id, number;
