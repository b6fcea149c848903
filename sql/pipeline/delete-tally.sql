DELETE FROM extraction_tallies WHERE version_id = @VersionId;
