DELETE FROM caveats WHERE version_id = @VersionId;
