DELETE FROM claims WHERE version_id = @VersionId;
