INSERT INTO predictions (set_id, number, statement, probability, resolution, fraction, rationale)
VALUES (@SetId, @Number, @Statement, @Probability, @Resolution, @Fraction, @Rationale);
