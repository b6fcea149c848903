-- The rows of the index that hold the words of a search, parted by commas, and the change of the database up to which that is so: one statement sees one moment.
SELECT COALESCE((SELECT MAX(r.revision) FROM value_revisions r), 0) AS revision, CASE WHEN EXISTS (SELECT 1 FROM value_changes) THEN 1 ELSE 0 END AS is_behind,
  (SELECT group_concat(s.place) FROM (SELECT rowid AS place FROM claims_search WHERE claims_search MATCH @Search) s) AS places;
