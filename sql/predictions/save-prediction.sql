INSERT INTO predictions (set_id, number, statement, probability, resolution, fraction, rationale, topic, deadline, criteria, known_at)
VALUES (@SetId, @Number, @Statement, @Probability, @Resolution, @Fraction, @Rationale, @Topic, @Deadline, @Criteria, @KnownAt)
ON CONFLICT (set_id, number) DO UPDATE SET statement = excluded.statement, probability = excluded.probability, resolution = excluded.resolution, fraction = excluded.fraction,
  rationale = excluded.rationale, topic = COALESCE(excluded.topic, predictions.topic), deadline = COALESCE(excluded.deadline, predictions.deadline),
  criteria = COALESCE(excluded.criteria, predictions.criteria), known_at = COALESCE(excluded.known_at, predictions.known_at);
