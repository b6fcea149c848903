DELETE FROM evidence WHERE version_id = @VersionId;
