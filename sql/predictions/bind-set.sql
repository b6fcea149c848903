UPDATE prediction_sets SET release_id = @ReleaseId WHERE id = @Id;
