SELECT claim_id, caveat_id, proximity FROM caveat_links WHERE version_id = @VersionId ORDER BY claim_id, caveat_id;
