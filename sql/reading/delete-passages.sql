DELETE FROM passages WHERE version_id = @VersionId;
