DELETE FROM experiments WHERE version_id = @VersionId;
