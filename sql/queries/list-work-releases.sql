SELECT m.release_id, r.title, r.publisher, m.is_cited, m.cited_by, m.equivalent_cited, e.title AS equivalent_title, m.shared_tags
FROM prior_work_matches m JOIN releases r ON r.id = m.release_id LEFT JOIN prior_works e ON e.id = m.equivalent_cited
WHERE m.work_id = @Id ORDER BY m.is_cited, COALESCE(r.published_not_before, '') DESC, r.title, r.id;
