SELECT id, version_id, start_offset, end_offset, quote, kind, is_specific, place, provenance
FROM caveats WHERE version_id = @VersionId ORDER BY start_offset, end_offset;
