INSERT INTO prior_work_matches (release_id, work_id, is_cited, cited_by, equivalent_cited, shared_tags, hazards)
VALUES (@ReleaseId, @WorkId, @IsCited, @CitedBy, @EquivalentCited, @SharedTags, @Hazards);
