SELECT number, statement, probability, resolution, fraction, rationale, topic, deadline, criteria, known_at FROM predictions WHERE set_id = @SetId ORDER BY number;
