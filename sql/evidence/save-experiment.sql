INSERT INTO experiments (version_id, number, start_offset, end_offset, quote, place, scope_model, scope_data, scope_concept, scope_deployment, sampling, control,
  has_uncertainty, sample_size, is_intervention)
VALUES (@VersionId, @Number, @Start, @End, @Quote, @Place, @ScopeModel, @ScopeData, @ScopeConcept, @ScopeDeployment, @Sampling, @Control,
  @HasUncertainty, @SampleSize, @IsIntervention);
