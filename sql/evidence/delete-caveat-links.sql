DELETE FROM caveat_links WHERE version_id = @VersionId;
