UPDATE predictions SET
  resolution = (SELECT r.resolution FROM prediction_resolutions r WHERE r.set_id = predictions.set_id AND r.number = predictions.number AND r.is_dispute = 0 ORDER BY r.sequence DESC LIMIT 1),
  fraction = (SELECT r.fraction FROM prediction_resolutions r WHERE r.set_id = predictions.set_id AND r.number = predictions.number AND r.is_dispute = 0 ORDER BY r.sequence DESC LIMIT 1),
  rationale = COALESCE(
    (SELECT r.rationale FROM prediction_resolutions r WHERE r.set_id = predictions.set_id AND r.number = predictions.number AND r.is_dispute = 0 ORDER BY r.sequence DESC LIMIT 1), rationale),
  known_at = COALESCE(
    (SELECT r.known_at FROM prediction_resolutions r WHERE r.set_id = predictions.set_id AND r.number = predictions.number AND r.is_dispute = 0 ORDER BY r.sequence DESC LIMIT 1), known_at)
WHERE set_id = @SetId AND EXISTS (SELECT 1 FROM prediction_resolutions r WHERE r.set_id = predictions.set_id AND r.number = predictions.number AND r.is_dispute = 0);
