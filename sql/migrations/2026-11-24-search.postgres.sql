-- Full-text search over the quotes of claims and over prior work, as expression indexes: nothing to keep up.
CREATE INDEX claims_search ON claims USING gin (to_tsvector('english', quote || ' ' || normalised));
CREATE INDEX prior_works_search ON prior_works USING gin (to_tsvector('english', title || ' ' || authors || ' ' || summary || ' ' || tags));
