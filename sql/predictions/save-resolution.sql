INSERT INTO prediction_resolutions (id, set_id, number, resolution, fraction, resolver, rationale, known_at, resolved_at, is_dispute, sequence, created_at, source_run_id, schema_version)
SELECT @Id, @SetId, @Number, @Resolution, @Fraction, @Resolver, @Rationale, @KnownAt, COALESCE(@ResolvedAt, @CreatedAt), @IsDispute, COALESCE(MAX(sequence), 0) + 1, @CreatedAt, @SourceRunId, @SchemaVersion
FROM prediction_resolutions WHERE set_id = @SetId AND number = @Number;
