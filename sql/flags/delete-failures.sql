DELETE FROM detector_failures WHERE release_id = @ReleaseId;
