-- The warrant of a claim is looked up by the claim: without this each look reads all.
CREATE INDEX claim_supports_by_claim ON claim_supports (claim_id);
