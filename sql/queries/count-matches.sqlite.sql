-- How many claims hold the words of a search, counted no further than is asked.
SELECT COUNT(*) AS number FROM (SELECT 1 FROM claims_search WHERE claims_search MATCH @Search LIMIT @Most);
