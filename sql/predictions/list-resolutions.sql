SELECT id, set_id, number, resolution, fraction, resolver, rationale, known_at, resolved_at, is_dispute FROM prediction_resolutions ORDER BY set_id, number, sequence;
