SELECT e.version_id, e.start_offset, e.end_offset, e.quote, e.place, e.scope_model, e.scope_data, e.scope_concept, e.scope_deployment, e.sampling, e.control, e.has_uncertainty, e.sample_size, e.is_intervention
FROM release_documents m JOIN documents d ON d.id = m.document_id JOIN experiments e ON e.version_id = d.current_version_id
WHERE m.release_id = @ReleaseId AND m.relation IN ('primary', 'appendix', 'promo_by_author', 'promo_by_org')
ORDER BY COALESCE(d.published_not_before, ''), d.id, e.number;
