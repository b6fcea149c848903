INSERT INTO extraction_tallies (version_id, engine, proposed, not_verbatim, malformed, input_tokens, output_tokens, note, withdrawn, created_at, source_run_id)
VALUES (@VersionId, @Engine, @Proposed, @NotVerbatim, @Malformed, @InputTokens, @OutputTokens, @Note, @Withdrawn, @CreatedAt, @SourceRunId)
ON CONFLICT (version_id) DO UPDATE SET engine = excluded.engine, proposed = excluded.proposed, not_verbatim = excluded.not_verbatim, malformed = excluded.malformed,
  input_tokens = excluded.input_tokens, output_tokens = excluded.output_tokens, note = excluded.note, withdrawn = excluded.withdrawn;
