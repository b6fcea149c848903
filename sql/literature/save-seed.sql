INSERT INTO seeds (name, sha256, created_at) VALUES (@Name, @Sha256, @CreatedAt)
ON CONFLICT (name) DO UPDATE SET sha256 = excluded.sha256, created_at = excluded.created_at;
