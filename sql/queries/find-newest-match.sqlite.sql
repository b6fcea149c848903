SELECT rowid AS place FROM claims_search ORDER BY rowid DESC LIMIT 1;
