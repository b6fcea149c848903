SELECT number, statement, probability, resolution, fraction, rationale FROM predictions WHERE set_id = @SetId ORDER BY number;
