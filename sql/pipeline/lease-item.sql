UPDATE items SET state = 'running', owner = @Owner, lease_until = @LeaseUntil, attempts = attempts + 1, updated_at = @CreatedAt, url = @Url, metadata = @Metadata
WHERE key = @Key AND COALESCE(owner, '') = @SeenOwner AND COALESCE(lease_until, '') = @SeenLease;
