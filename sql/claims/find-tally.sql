SELECT engine, proposed, not_verbatim, malformed, input_tokens, output_tokens, note, withdrawn FROM extraction_tallies WHERE version_id = @VersionId;
