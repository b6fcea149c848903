SELECT v.id, v.version_id, v.start_offset, v.end_offset, v.quote, v.kind, v.is_specific, v.place, v.provenance, l.proximity
FROM caveat_links l JOIN caveats v ON v.id = l.caveat_id
WHERE l.claim_id = @ClaimId ORDER BY l.proximity, v.start_offset LIMIT @Limit;
