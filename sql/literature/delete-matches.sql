DELETE FROM prior_work_matches WHERE release_id = @ReleaseId;
