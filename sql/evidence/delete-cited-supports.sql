DELETE FROM cited_supports WHERE release_id = @ReleaseId;
