SELECT version_id, relevant, score, reason, terms FROM screenings WHERE version_id = @VersionId;
