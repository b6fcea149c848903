-- The claims that hold each word, as row numbers of the index parted by commas, no more of them than is asked; reading them so costs a third of one row each.
SELECT j.value AS word, (SELECT group_concat(s.place) FROM (SELECT rowid AS place FROM claims_search WHERE claims_search MATCH j.value LIMIT @Most) s) AS places FROM json_each(@Words) j;
