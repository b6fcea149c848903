DELETE FROM flags WHERE release_id = @ReleaseId;
