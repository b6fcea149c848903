SELECT DISTINCT s.claim_id, s.work_id, s.purpose, s.verdict, s.quote, s.start_offset, s.end_offset, s.text_kind, s.judged_by, s.version_id, w.title, w.arxiv, w.first_public, w.year, w.peer_reviewed, w.statuses, d.published_not_after
FROM cited_supports s JOIN claims c ON c.id = s.claim_id JOIN documents d ON d.id = c.document_id LEFT JOIN prior_works w ON w.id = s.work_id
WHERE s.claim_id = @ClaimId ORDER BY s.work_id;
