INSERT INTO claims (id, version_id, document_id, start_offset, end_offset, quote, quote_sha256, normalised, type, types, strength, certainty, scope_model, scope_data,
  scope_concept, scope_deployment, is_generic, polarity, assert_mode, asserter, attributed_to, place, is_headline, comparative_to, extraction_confidence, provenance,
  created_at, source_run_id, schema_version)
VALUES (@Id, @VersionId, @DocumentId, @Start, @End, @Quote, @QuoteSha256, @Normalised, @Type, @Types, @Strength, @Certainty, @ScopeModel, @ScopeData,
  @ScopeConcept, @ScopeDeployment, @IsGeneric, @Polarity, @AssertMode, @Asserter, @AttributedTo, @Place, @IsHeadline, @ComparativeTo, @ExtractionConfidence, @Provenance,
  @CreatedAt, @SourceRunId, @SchemaVersion);
