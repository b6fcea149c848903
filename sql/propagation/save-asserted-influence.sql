INSERT INTO asserted_influences (id, release_id, version_id, start_offset, end_offset, quote, upstream, upstream_document_id, upstream_not_before, upstream_not_after, downstream, downstream_document_id,
  downstream_claim_id, downstream_asserter, downstream_url, downstream_not_before, downstream_not_after, downstream_basis, date_ok, support, confidence, created_at, source_run_id, schema_version)
VALUES (@Id, @ReleaseId, @VersionId, @Start, @End, @Quote, @Upstream, @UpstreamDocumentId, @UpstreamNotBefore, @UpstreamNotAfter, @Downstream, @DownstreamDocumentId,
  @DownstreamClaimId, @DownstreamAsserter, @DownstreamUrl, @DownstreamNotBefore, @DownstreamNotAfter, @DownstreamBasis, @DateOk, @Support, @Confidence, @CreatedAt, @SourceRunId, @SchemaVersion);
