INSERT INTO caveat_links (version_id, claim_id, caveat_id, proximity) VALUES (@VersionId, @ClaimId, @CaveatId, @Proximity)
ON CONFLICT (claim_id, caveat_id) DO NOTHING;
