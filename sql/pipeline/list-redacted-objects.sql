SELECT DISTINCT r.sha256 FROM redacted_snapshots r
WHERE r.document_id = @Document AND NOT EXISTS (SELECT 1 FROM snapshots s WHERE s.sha256 = r.sha256 AND NOT EXISTS (SELECT 1 FROM redacted_snapshots o WHERE o.snapshot_id = s.id)) ORDER BY r.sha256;
