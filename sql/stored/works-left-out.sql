-- Prior works that releases on their topics were most often not found to cite, from a year on
SELECT id, title, year, cited, not_found_cited
FROM prior_works_v
WHERE not_found_cited > 0 AND year >= CAST(:year AS INTEGER)
ORDER BY not_found_cited DESC, year, id;
