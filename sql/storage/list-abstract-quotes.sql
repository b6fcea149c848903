-- Words that decide what a cited work says, with the abstract in which they stand.
SELECT s.claim_id || ' ' || s.work_id AS id, s.quote, s.start_offset, s.end_offset, w.abstract
FROM cited_supports s JOIN prior_works w ON w.id = s.work_id WHERE s.quote IS NOT NULL AND s.version_id IS NULL ORDER BY s.claim_id, s.work_id;
