SELECT s.id, s.forecaster, s.made_on, s.about, s.release_id, d.id AS document_id, s.reported_score, s.commitment, s.committed_at, s.release_named, s.origin, COALESCE(s.source_url, d.url) AS source_url,
  s.stated_committed_at, s.topic, s.deadline, s.criteria, r.title AS release_title, r.published_not_before, r.published_not_after, r.published_precision, r.published_basis,
  (SELECT MIN(n.fetched_at) FROM versions v JOIN snapshots n ON n.id = v.snapshot_id WHERE v.document_id = d.id) AS archived_at
FROM prediction_sets s LEFT JOIN releases r ON r.id = s.release_id
LEFT JOIN documents d ON d.id = COALESCE(s.document_id, (SELECT x.id FROM documents x WHERE x.canonical_url = s.source_canonical_url))
ORDER BY s.made_on, s.id;
