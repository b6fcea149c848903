-- Every claim that holds a word, with what the word is worth there.
SELECT rowid AS place, bm25(claims_search) AS worth FROM claims_search WHERE claims_search MATCH @Search ORDER BY rowid;
