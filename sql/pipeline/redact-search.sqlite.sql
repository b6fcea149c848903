INSERT INTO claims_search (claims_search) VALUES ('optimize');
