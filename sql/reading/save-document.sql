INSERT INTO documents (id, kind, url, canonical_url, title, publisher, authors, published_not_before, published_not_after, published_precision, published_basis,
  language, release_hint, current_version_id, created_at, source_run_id, schema_version)
VALUES (@Id, @Kind, @Url, @CanonicalUrl, @Title, @Publisher, @Authors, @NotBefore, @NotAfter, @Precision, @Basis,
  @Language, @ReleaseHint, @CurrentVersionId, @CreatedAt, @SourceRunId, @SchemaVersion)
ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, url = excluded.url, title = excluded.title, publisher = excluded.publisher, authors = excluded.authors,
  published_not_before = excluded.published_not_before, published_not_after = excluded.published_not_after, published_precision = excluded.published_precision,
  published_basis = excluded.published_basis, language = excluded.language, release_hint = excluded.release_hint, current_version_id = excluded.current_version_id;
