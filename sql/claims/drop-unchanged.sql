DELETE FROM past_claims WHERE version_id = @VersionId AND valid_until = @At AND EXISTS (SELECT 1 FROM claims c WHERE c.id = past_claims.id AND c.created_at = past_claims.valid_from);
