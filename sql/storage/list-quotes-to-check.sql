SELECT 'claim' AS what, id, version_id, start_offset, end_offset, quote FROM claims WHERE version_id = @VersionId
UNION ALL SELECT 'caveat', id, version_id, start_offset, end_offset, quote FROM caveats WHERE version_id = @VersionId
UNION ALL SELECT 'evidence', id, version_id, start_offset, end_offset, pointer FROM evidence WHERE version_id = @VersionId AND start_offset IS NOT NULL
UNION ALL SELECT 'experiment', CAST(number AS TEXT), version_id, start_offset, end_offset, quote FROM experiments WHERE version_id = @VersionId
UNION ALL SELECT 'flag quote', flag_id, version_id, start_offset, end_offset, quote FROM flag_quotes WHERE version_id = @VersionId
UNION ALL SELECT 'exculpation', flag_id, version_id, start_offset, end_offset, text FROM exculpations WHERE version_id = @VersionId AND start_offset IS NOT NULL
UNION ALL SELECT 'counterargument', id, version_id, start_offset, end_offset, quote FROM counterarguments WHERE version_id = @VersionId
UNION ALL SELECT 'cited work', claim_id || ' ' || work_id, version_id, start_offset, end_offset, quote FROM cited_supports WHERE version_id = @VersionId AND quote IS NOT NULL;
