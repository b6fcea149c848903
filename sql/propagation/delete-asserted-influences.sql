DELETE FROM asserted_influences WHERE release_id = @ReleaseId;
