WITH matching AS (
  SELECT c.type, c.place, d.kind AS document_kind, d.publisher
  FROM claims c JOIN documents d ON d.id = c.document_id AND d.current_version_id = c.version_id
  WHERE (CAST(@Type AS TEXT) IS NULL OR c.type = @Type)
    AND (CAST(@Asserter AS TEXT) IS NULL OR LOWER(c.asserter) = LOWER(@Asserter))
    AND (CAST(@Document AS TEXT) IS NULL OR d.id = @Document OR d.canonical_url = @Document OR d.url = @Document)
    AND c.strength >= @MinStrength
    AND (@HeadlineOnly = 0 OR c.is_headline = 1)),
publishers AS (SELECT 'publisher' AS facet, publisher AS value, COUNT(*) AS n FROM matching WHERE publisher IS NOT NULL GROUP BY publisher ORDER BY COUNT(*) DESC, publisher LIMIT 20)
SELECT 'type' AS facet, type AS value, COUNT(*) AS n FROM matching GROUP BY type
UNION ALL SELECT 'place', place, COUNT(*) FROM matching GROUP BY place
UNION ALL SELECT 'document_kind', document_kind, COUNT(*) FROM matching GROUP BY document_kind
UNION ALL SELECT facet, value, n FROM publishers
ORDER BY 1, 3 DESC, 2;
