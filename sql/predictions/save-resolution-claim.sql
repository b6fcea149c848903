INSERT INTO prediction_resolution_claims (resolution_id, position, claim_id) VALUES (@ResolutionId, @Position, @ClaimId);
