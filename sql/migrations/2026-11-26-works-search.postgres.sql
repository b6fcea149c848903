-- The abstract is searched as well, and the title weighs more.
DROP INDEX prior_works_search;
CREATE INDEX prior_works_search ON prior_works USING gin ((setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', authors || ' ' || summary || ' ' || tags || ' ' || COALESCE(abstract, '')), 'B')));
