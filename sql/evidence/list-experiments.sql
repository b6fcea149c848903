SELECT start_offset, end_offset, quote, place, scope_model, scope_data, scope_concept, scope_deployment, sampling, control, has_uncertainty, sample_size, is_intervention
FROM experiments WHERE version_id = @VersionId ORDER BY number;
