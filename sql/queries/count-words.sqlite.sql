-- In how many claims each word stands, counted no further than is asked.
SELECT j.value AS word, (SELECT COUNT(*) FROM (SELECT 1 FROM claims_search WHERE claims_search MATCH j.value LIMIT @Most)) AS claims FROM json_each(@Words) j;
