SELECT i.quote, i.upstream, i.upstream_document_id, i.upstream_not_before, i.upstream_not_after, i.downstream, i.downstream_document_id, i.downstream_claim_id, i.downstream_asserter, i.downstream_url,
  i.downstream_not_before, i.downstream_not_after, i.downstream_basis, i.version_id, i.start_offset, i.end_offset, d.id AS doc_id, d.kind AS doc_kind, d.url AS doc_url, d.title AS doc_title, d.publisher AS doc_publisher,
  d.published_not_before, d.published_not_after, d.published_precision, d.published_basis
FROM asserted_influences i JOIN versions v ON v.id = i.version_id JOIN documents d ON d.id = v.document_id
WHERE (CAST(@Release AS TEXT) IS NULL OR i.release_id = @Release) AND (CAST(@Document AS TEXT) IS NULL OR i.downstream_document_id = @Document OR i.downstream_claim_id = @Claim
  OR EXISTS (SELECT 1 FROM claims c WHERE c.id = @Claim AND c.version_id = i.version_id AND c.start_offset < i.end_offset AND c.end_offset > i.start_offset))
ORDER BY COALESCE(d.published_not_before, ''), i.version_id, i.start_offset, COALESCE(i.upstream_not_before, '9999'), i.id;
