-- Ranked before anything is joined: a row of every match would be looked up otherwise. Earlier versions of a document are among the best too, so that more are ranked than are given.
WITH best AS (SELECT s.id, bm25(claims_search) AS score FROM claims_search s WHERE claims_search MATCH @Words ORDER BY score, s.id LIMIT @Limit * 2)
SELECT c.id, c.quote FROM best b JOIN claims c ON c.id = b.id JOIN documents d ON d.id = c.document_id AND d.current_version_id = c.version_id
ORDER BY b.score, c.id LIMIT @Limit;
