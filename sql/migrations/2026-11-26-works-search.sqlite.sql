-- The abstract is searched as well.
DROP TRIGGER prior_works_search_insert;
DROP TRIGGER prior_works_search_delete;
DROP TRIGGER prior_works_search_update;
DROP TABLE prior_works_search;
CREATE VIRTUAL TABLE prior_works_search USING fts5 (id UNINDEXED, title, authors, summary, tags, abstract, tokenize = 'porter unicode61');
INSERT INTO prior_works_search (rowid, id, title, authors, summary, tags, abstract) SELECT rowid, id, title, authors, summary, tags, COALESCE(abstract, '') FROM prior_works;
CREATE TRIGGER prior_works_search_insert AFTER INSERT ON prior_works BEGIN
  INSERT INTO prior_works_search (rowid, id, title, authors, summary, tags, abstract) VALUES (new.rowid, new.id, new.title, new.authors, new.summary, new.tags, COALESCE(new.abstract, ''));
END;
CREATE TRIGGER prior_works_search_delete AFTER DELETE ON prior_works BEGIN
  DELETE FROM prior_works_search WHERE rowid = old.rowid AND id = old.id;
END;
CREATE TRIGGER prior_works_search_update AFTER UPDATE OF id, title, authors, summary, tags, abstract ON prior_works BEGIN
  DELETE FROM prior_works_search WHERE rowid = old.rowid AND id = old.id;
  INSERT INTO prior_works_search (rowid, id, title, authors, summary, tags, abstract) VALUES (new.rowid, new.id, new.title, new.authors, new.summary, new.tags, COALESCE(new.abstract, ''));
END;
