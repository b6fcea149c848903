SELECT m.release_id, r.title, m.is_cited, m.cited_by, m.equivalent_cited FROM prior_work_matches m JOIN releases r ON r.id = m.release_id
WHERE m.work_id = @Id ORDER BY m.is_cited DESC, r.title, m.release_id;
