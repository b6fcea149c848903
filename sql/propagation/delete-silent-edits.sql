DELETE FROM silent_edits WHERE release_id = @ReleaseId;
