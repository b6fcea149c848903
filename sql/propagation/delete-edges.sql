DELETE FROM propagation_edges WHERE release_id = @ReleaseId;
