SELECT resolution_id, claim_id FROM prediction_resolution_claims ORDER BY resolution_id, position;
