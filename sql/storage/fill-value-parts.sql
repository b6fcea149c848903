INSERT INTO value_parts (document_id, table_name, column_name, status, value, has_value, number)
WITH c AS MATERIALIZED (
  SELECT document_id, type, strength, certainty, polarity, assert_mode, asserter, place, is_headline, document_kind, publisher, warrant, flags FROM claims_v WHERE document_id IN (SELECT w.document_id FROM value_work w)), f AS MATERIALIZED (
  SELECT document_id, code, kind, severity, status, asserter, release_title, place, document_kind, publisher FROM flags_v WHERE document_id IN (SELECT w.document_id FROM value_work w)), a AS (
  SELECT document_id, 'claims' AS table_name, 'type' AS column_name, '' AS status, type AS value FROM c
  UNION ALL SELECT document_id, 'claims' AS table_name, 'strength' AS column_name, '' AS status, strength AS value FROM c
  UNION ALL SELECT document_id, 'claims' AS table_name, 'certainty' AS column_name, '' AS status, certainty AS value FROM c
  UNION ALL SELECT document_id, 'claims' AS table_name, 'polarity' AS column_name, '' AS status, polarity AS value FROM c
  UNION ALL SELECT document_id, 'claims' AS table_name, 'assert_mode' AS column_name, '' AS status, assert_mode AS value FROM c
  UNION ALL SELECT document_id, 'claims' AS table_name, 'asserter' AS column_name, '' AS status, asserter AS value FROM c
  UNION ALL SELECT document_id, 'claims' AS table_name, 'place' AS column_name, '' AS status, place AS value FROM c
  UNION ALL SELECT document_id, 'claims' AS table_name, 'is_headline' AS column_name, '' AS status, CAST(is_headline AS TEXT) AS value FROM c
  UNION ALL SELECT document_id, 'claims' AS table_name, 'document_kind' AS column_name, '' AS status, document_kind AS value FROM c
  UNION ALL SELECT document_id, 'claims' AS table_name, 'publisher' AS column_name, '' AS status, publisher AS value FROM c
  UNION ALL SELECT document_id, 'claims' AS table_name, 'warrant' AS column_name, '' AS status, warrant AS value FROM c
  UNION ALL SELECT document_id, 'flags' AS table_name, 'code' AS column_name, status AS status, code AS value FROM f
  UNION ALL SELECT document_id, 'flags' AS table_name, 'kind' AS column_name, status AS status, kind AS value FROM f
  UNION ALL SELECT document_id, 'flags' AS table_name, 'severity' AS column_name, status AS status, CAST(severity AS TEXT) AS value FROM f
  UNION ALL SELECT document_id, 'flags' AS table_name, 'status' AS column_name, status AS status, status AS value FROM f
  UNION ALL SELECT document_id, 'flags' AS table_name, 'asserter' AS column_name, status AS status, asserter AS value FROM f
  UNION ALL SELECT document_id, 'flags' AS table_name, 'release_title' AS column_name, status AS status, release_title AS value FROM f
  UNION ALL SELECT document_id, 'flags' AS table_name, 'place' AS column_name, status AS status, place AS value FROM f
  UNION ALL SELECT document_id, 'flags' AS table_name, 'document_kind' AS column_name, status AS status, document_kind AS value FROM f
  UNION ALL SELECT document_id, 'flags' AS table_name, 'publisher' AS column_name, status AS status, publisher AS value FROM f
  UNION ALL SELECT document_id, 'headlines' AS table_name, 'claims' AS column_name, document_kind AS status, strength AS value FROM c WHERE is_headline = 1
  UNION ALL SELECT document_id, 'headlines' AS table_name, 'judged' AS column_name, document_kind AS status, strength AS value FROM c WHERE is_headline = 1 AND warrant IS NOT NULL
  UNION ALL SELECT document_id, 'headlines' AS table_name, 'flagged' AS column_name, document_kind AS status, strength AS value FROM c WHERE is_headline = 1 AND flags > 0)
SELECT a.document_id, a.table_name, a.column_name, a.status, COALESCE(a.value, ''), CASE WHEN a.value IS NULL THEN 0 ELSE 1 END, COUNT(*) FROM a
GROUP BY a.document_id, a.table_name, a.column_name, a.status, COALESCE(a.value, ''), CASE WHEN a.value IS NULL THEN 0 ELSE 1 END;
