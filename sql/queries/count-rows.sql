SELECT (SELECT COUNT(*) FROM documents) AS documents, (SELECT COUNT(*) FROM versions) AS versions, (SELECT COUNT(*) FROM passages) AS passages,
  (SELECT COUNT(*) FROM claims) AS claims, (SELECT COUNT(*) FROM caveats) AS caveats, (SELECT COUNT(*) FROM evidence) AS evidence,
  (SELECT COUNT(*) FROM evidence WHERE kind <> 'none') AS evidence_pointers,
  (SELECT COUNT(*) FROM releases) AS releases, (SELECT COUNT(*) FROM propagation_edges) AS edges, (SELECT COUNT(*) FROM flags WHERE raised_by = 'system') AS flags,
  (SELECT COUNT(*) FROM flags WHERE status <> 'suppressed' AND raised_by = 'system') AS flags_not_suppressed, (SELECT COUNT(*) FROM prior_works) AS prior_works;
