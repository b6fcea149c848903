SELECT id, claim_id, kind, pointer, start_offset, end_offset, target_start_offset, target_end_offset, target_work_id, target_reference, target_url, distance, provenance
FROM evidence WHERE version_id = @VersionId ORDER BY claim_id, id;
