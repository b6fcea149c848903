-- How many claims hold the words of a search, counted no further than is asked.
SELECT COUNT(*) AS number FROM (SELECT 1 FROM claims c WHERE to_tsvector('english', c.quote || ' ' || c.normalised) @@ websearch_to_tsquery('english', @Search) LIMIT @Most) AS counted;
