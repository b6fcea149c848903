INSERT INTO schema_migrations (name, sha256, applied_at) VALUES (@Name, @Sha256, @AppliedAt);
