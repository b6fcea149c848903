WITH matching AS (
  SELECT f.code, f.kind, f.status, CAST(f.severity AS TEXT) AS severity, f.asserter
  FROM flags f JOIN versions v ON v.id = f.version_id JOIN documents d ON d.id = v.document_id
  WHERE (CAST(@Code AS TEXT) IS NULL OR f.code = @Code)
    AND (CAST(@Kind AS TEXT) IS NULL OR f.kind = @Kind)
    AND (CAST(@Status AS TEXT) IS NULL OR f.status = @Status)
    AND (CAST(@Owner AS TEXT) IS NULL OR LOWER(f.asserter) = LOWER(@Owner))
    AND (CAST(@Release AS TEXT) IS NULL OR f.release_id = @Release)
    AND (CAST(@Document AS TEXT) IS NULL OR d.id = @Document OR d.canonical_url = @Document OR d.url = @Document)
    AND f.severity >= @MinSeverity AND f.confidence >= @MinConfidence
    AND (@IncludeSuppressed = 1 OR f.status <> 'suppressed')),
owners AS (SELECT 'owner' AS facet, asserter AS value, COUNT(*) AS n FROM matching GROUP BY asserter ORDER BY COUNT(*) DESC, asserter LIMIT 20)
SELECT 'code' AS facet, code AS value, COUNT(*) AS n FROM matching GROUP BY code
UNION ALL SELECT 'kind', kind, COUNT(*) FROM matching GROUP BY kind
UNION ALL SELECT 'status', status, COUNT(*) FROM matching GROUP BY status
UNION ALL SELECT 'severity', severity, COUNT(*) FROM matching GROUP BY severity
UNION ALL SELECT facet, value, n FROM owners
ORDER BY 1, 3 DESC, 2;
