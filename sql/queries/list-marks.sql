SELECT c.id, c.start_offset, c.end_offset, c.strength,
  (SELECT COUNT(*) FROM flags f WHERE f.claim_id = c.id AND f.raised_by = 'system' AND f.status IN ('open', 'confirmed', 'reduced', 'reattributed')) AS flags
FROM claims c WHERE c.version_id = @Version ORDER BY c.start_offset, c.end_offset DESC, c.id;
