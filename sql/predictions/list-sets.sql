SELECT id, forecaster, made_on, about, release_id, document_id, reported_score, commitment, committed_at FROM prediction_sets ORDER BY made_on, id;
