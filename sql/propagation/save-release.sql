INSERT INTO releases (id, title, publisher, published_not_before, published_not_after, published_precision, published_basis, coverage, peer_review, tags, assessed_input,
  created_at, source_run_id, schema_version)
VALUES (@Id, @Title, @Publisher, @NotBefore, @NotAfter, @Precision, @Basis, @Coverage, @PeerReview, @Tags, @AssessedInput, @CreatedAt, @SourceRunId, @SchemaVersion)
ON CONFLICT (id) DO UPDATE SET title = excluded.title, publisher = excluded.publisher, published_not_before = excluded.published_not_before,
  published_not_after = excluded.published_not_after, published_precision = excluded.published_precision, published_basis = excluded.published_basis,
  coverage = excluded.coverage, peer_review = excluded.peer_review, tags = excluded.tags, assessed_input = excluded.assessed_input;
