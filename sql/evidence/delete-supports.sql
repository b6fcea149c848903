DELETE FROM claim_supports WHERE release_id = @ReleaseId;
