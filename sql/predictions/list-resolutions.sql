SELECT set_id, number, resolution, fraction, resolver, rationale, known_at, claim_id, is_dispute, created_at FROM prediction_resolutions ORDER BY set_id, number, sequence;
