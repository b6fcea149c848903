-- Full-text search by FTS5 over the quotes of claims and over prior work, kept up by triggers. Results are joined by id, since VACUUM may change row ids.
CREATE VIRTUAL TABLE claims_search USING fts5 (id UNINDEXED, quote, normalised, tokenize = 'porter unicode61');
CREATE TRIGGER claims_search_insert AFTER INSERT ON claims BEGIN
  INSERT INTO claims_search (rowid, id, quote, normalised) VALUES (new.rowid, new.id, new.quote, new.normalised);
END;
CREATE TRIGGER claims_search_delete AFTER DELETE ON claims BEGIN
  DELETE FROM claims_search WHERE rowid = old.rowid AND id = old.id;
END;

CREATE VIRTUAL TABLE prior_works_search USING fts5 (id UNINDEXED, title, authors, summary, tags, tokenize = 'porter unicode61');
CREATE TRIGGER prior_works_search_insert AFTER INSERT ON prior_works BEGIN
  INSERT INTO prior_works_search (rowid, id, title, authors, summary, tags) VALUES (new.rowid, new.id, new.title, new.authors, new.summary, new.tags);
END;
CREATE TRIGGER prior_works_search_delete AFTER DELETE ON prior_works BEGIN
  DELETE FROM prior_works_search WHERE rowid = old.rowid AND id = old.id;
END;
CREATE TRIGGER prior_works_search_update AFTER UPDATE ON prior_works BEGIN
  DELETE FROM prior_works_search WHERE rowid = old.rowid AND id = old.id;
  INSERT INTO prior_works_search (rowid, id, title, authors, summary, tags) VALUES (new.rowid, new.id, new.title, new.authors, new.summary, new.tags);
END;
